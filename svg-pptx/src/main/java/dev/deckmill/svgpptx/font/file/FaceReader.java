package dev.deckmill.svgpptx.font.file;

import dev.deckmill.svgpptx.font.face.CodePointTable;
import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.face.FontMetrics;
import dev.deckmill.svgpptx.font.face.FontMetrics.Extent;
import dev.deckmill.svgpptx.font.face.FontMetrics.Rule;
import dev.deckmill.svgpptx.font.face.GlyphKerning;
import dev.deckmill.svgpptx.font.face.Kerning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what we need of a font file: the entry of the catalogue, or a whole face.
 *
 * <p>Not by fontbox, whose parser reads a file whole and all of its tables: 400 ms and 40 MB for a
 * CJK collection against 35 ms here; it keeps one family name a face and has no {@code GPOS}. Tests
 * hold both readers against each other.
 */
public final class FaceReader {
  private static final String CUT_SHORT = "a table is cut short";

  /** Of a font in a page, whose pairs are looked up for all text that the page may have. */
  private static final int MOST_EMBEDDED_SUBTABLES = 128;

  private static final int ITALIC = 1;
  private static final int BOLD = 1 << 5;
  private static final int USE_TYPO = 1 << 7;
  private static final int OBLIQUE = 1 << 9;

  private FaceReader() {}

  /** The faces of a file; a face without a family name is left out. */
  public static List<FaceEntry> entries(Path file) throws IOException {
    try (SfntFile font = SfntFile.open(file)) {
      List<FaceEntry> entries = new ArrayList<>();
      for (int i = 0; i < font.faces(); i++) {
        FaceEntry entry = entry(font, file, i);
        if (entry != null) {
          entries.add(entry);
        }
      }
      return entries;
    } catch (IndexOutOfBoundsException e) {
      throw SfntFile.broken(file.toString(), CUT_SHORT, e);
    }
  }

  public static FontFace face(FaceEntry entry) throws IOException {
    try (SfntFile font = SfntFile.open(entry.file())) {
      return face(font, entry, Integer.MAX_VALUE);
    } catch (IndexOutOfBoundsException e) {
      throw SfntFile.broken(entry.file().toString(), CUT_SHORT, e);
    }
  }

  /** The first face of a font that a page brings along; null where it has no family name. */
  public static @Nullable FaceEntry embeddedEntry(byte[] sfnt) throws IOException {
    try (SfntFile font = SfntFile.embedded(sfnt)) {
      return font.faces() == 0 ? null : entry(font, Path.of(SfntFile.EMBEDDED), 0);
    } catch (IndexOutOfBoundsException e) {
      throw SfntFile.broken(SfntFile.EMBEDDED, CUT_SHORT, e);
    }
  }

  public static FontFace embeddedFace(byte[] sfnt, FaceEntry entry) throws IOException {
    try (SfntFile font = SfntFile.embedded(sfnt)) {
      return face(font, entry, MOST_EMBEDDED_SUBTABLES);
    } catch (IndexOutOfBoundsException e) {
      throw SfntFile.broken(SfntFile.EMBEDDED, CUT_SHORT, e);
    }
  }

  private static @Nullable FaceEntry entry(SfntFile font, Path file, int index) throws IOException {
    NameTable names = NameTable.of(font.required(index, "name"));
    if (names == null) {
      return null;
    }
    Bytes os2 = font.table(index, "OS/2");
    if (os2 == null) {
      return new FaceEntry(
          file, index, names.families(), names.legacy(), false, 400, false, FaceEntry.NORMAL_WIDTH);
    }
    int selection = os2.u16(62);
    boolean bold = (selection & BOLD) != 0;
    return new FaceEntry(
        file,
        index,
        names.families(),
        names.legacy(),
        bold,
        weight(os2.u16(4), bold),
        (selection & (ITALIC | OBLIQUE)) != 0,
        Math.clamp(os2.u16(6), 1, 9));
  }

  /** Old fonts count 1 to 9, some bold ones say 400. */
  private static int weight(int stated, boolean bold) {
    int weight = stated < 10 ? stated * 100 : Math.min(stated, 1000);
    return bold && weight < 600 ? 700 : Math.max(weight, 1);
  }

  private static FontFace face(SfntFile font, FaceEntry entry, int mostSubtables)
      throws IOException {
    int index = entry.index();
    FontMetrics metrics = metrics(font, index);
    Bytes widths = font.required(index, "hmtx");
    int longMetrics = font.required(index, "hhea").u16(34);
    int glyphCount = font.required(index, "maxp").u16(4);
    CodePointTable.Builder advances = CodePointTable.builder();
    CodePointTable.Builder glyphs = CodePointTable.builder();
    CharacterMap.read(
        font.required(index, "cmap"),
        glyphCount,
        (codePoint, glyph) -> {
          glyphs.put(codePoint, glyph);
          advances.put(codePoint, widths.u16(4 * Math.min(glyph, longMetrics - 1)));
        });
    return new FontFace(
        entry.families().getFirst(),
        entry.weight(),
        entry.italic(),
        metrics,
        1,
        new FontFace.Widths(
            advances.build(), kerning(font, index, glyphs.build(), mostSubtables), null));
  }

  /** As browsers do: the kern feature where there is one, else the kern table. */
  private static Kerning kerning(SfntFile font, int index, CodePointTable glyphs, int mostSubtables)
      throws IOException {
    Bytes gpos = font.table(index, "GPOS");
    GlyphKerning.Pairs pairs = gpos == null ? null : GposKerning.of(gpos, mostSubtables);
    if (pairs == null) {
      Bytes kern = font.table(index, "kern");
      pairs = kern == null ? null : KernTable.of(kern);
    }
    return pairs == null ? new Kerning.None() : new GlyphKerning(glyphs, pairs);
  }

  private static FontMetrics metrics(SfntFile font, int index) throws IOException {
    int em = Math.clamp(font.required(index, "head").u16(18), 16, 16384);
    Bytes hhea = font.required(index, "hhea");
    Bytes post = font.table(index, "post");
    Extent horizontal = new Extent(hhea.i16(4), -hhea.i16(6), hhea.i16(8));
    Rule underline =
        post == null ? new Rule(em / 10, em / 20) : new Rule(-post.i16(8), post.i16(10));
    Bytes os2 = font.table(index, "OS/2");
    if (os2 == null) {
      Rule strikeout = new Rule(em / 4, em / 20);
      Extent none = new Extent(0, 0, 0);
      return new FontMetrics(
          em, horizontal, none, none, false, em * 7 / 10, em / 2, underline, strikeout);
    }
    boolean hasHeights = os2.u16(0) >= 2;
    int xHeight = hasHeights ? os2.i16(86) : 0;
    int capHeight = hasHeights ? os2.i16(88) : 0;
    return new FontMetrics(
        em,
        horizontal,
        new Extent(os2.i16(68), -os2.i16(70), os2.i16(72)),
        new Extent(os2.u16(74), os2.u16(76), 0),
        (os2.u16(62) & USE_TYPO) != 0,
        capHeight > 0 ? capHeight : em * 7 / 10,
        xHeight > 0 ? xHeight : em / 2,
        underline,
        new Rule(os2.i16(28), os2.i16(26)));
  }
}
