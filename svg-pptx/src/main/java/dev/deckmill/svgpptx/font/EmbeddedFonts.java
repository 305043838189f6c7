package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FaceStyle;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.family.FamilyTable;
import dev.deckmill.svgpptx.font.file.FaceReader;
import dev.deckmill.svgpptx.font.file.WebFont;
import dev.deckmill.svgpptx.ir.EmbeddedFont;
import dev.deckmill.svgpptx.ir.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fonts that one page brings along, as far as its texts ask for them. For one thread. */
public final class EmbeddedFonts {
  private static final int BOLD = 600;
  private static final int LONGEST_NAME = 100;

  private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]");

  private final List<EmbeddedFont> all = new ArrayList<>();
  private final Map<String, List<Face>> families = new HashMap<>();

  private record Face(int weight, boolean italic, FontFace face) implements FaceStyle {
    @Override
    public int width() {
      return FaceEntry.NORMAL_WIDTH;
    }
  }

  /**
   * Those that were found when the page was parsed.
   *
   * @throws IllegalStateException where one can't be read any more
   */
  public static EmbeddedFonts of(List<EmbeddedFont> found) {
    EmbeddedFonts fonts = new EmbeddedFonts();
    for (EmbeddedFont font : found) {
      try {
        FaceEntry entry = FaceReader.embeddedEntry(font.file());
        if (entry != null) {
          fonts.add(font, FaceReader.embeddedFace(font.file(), entry));
        }
      } catch (IOException e) {
        throw new IllegalStateException("a font that was read when the page was parsed", e);
      }
    }
    return fonts;
  }

  /**
   * Reads a font as a page has it.
   *
   * @param most bytes that it may have when it is unpacked
   * @throws IOException where it is broken, larger, or has no name
   */
  public EmbeddedFont read(byte[] file, long most) throws IOException {
    byte[] plain = WebFont.measured(file, most);
    FaceEntry entry = FaceReader.embeddedEntry(plain);
    String family = entry == null ? "" : name(entry.legacyFamily());
    if (entry == null || family.isEmpty()) {
      throw new IOException("The font in the page can't be used: it has no name");
    }
    FontFace face = FaceReader.embeddedFace(plain, entry);
    EmbeddedFont font =
        new EmbeddedFont(family, weightInFamily(entry), entry.italic(), plain, file);
    add(font, face);
    return font;
  }

  /** What of a name may stand in a deck. */
  private static String name(String stated) {
    String plain = NOT_IN_NAMES.matcher(stated).replaceAll("").strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).strip();
  }

  /** Office knows two weights a family: "Inter Semibold" is a family whose weight is normal. */
  private static int weightInFamily(FaceEntry entry) {
    if (entry.legacyBold()) {
      return Math.max(entry.weight(), BOLD);
    }
    boolean ownFamily = !entry.legacyFamily().equals(entry.families().getFirst());
    return ownFamily ? 400 : entry.weight();
  }

  private void add(EmbeddedFont font, FontFace face) {
    all.add(font);
    families
        .computeIfAbsent(FamilyTable.key(font.family()), key -> new ArrayList<>(2))
        .add(new Face(font.weight(), font.italic(), face));
  }

  /** All of them, in the order in which they were found. */
  public List<EmbeddedFont> all() {
    return List.copyOf(all);
  }

  /** What measures a font of the page; null where the page doesn't bring it along. */
  @Nullable FontFace face(Text.Font font) {
    if (families.isEmpty()) {
      return null;
    }
    List<Face> faces = families.get(FamilyTable.key(font.families().getFirst()));
    return faces == null ? null : FaceStyle.best(faces, font.weight(), font.italic()).face();
  }
}
