package dev.deckmill.svgpptx.font.family;

import dev.deckmill.svgpptx.font.face.ClassKerning;
import dev.deckmill.svgpptx.font.face.CodePointTable;
import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FaceStyle;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.face.FontMetrics;
import dev.deckmill.svgpptx.font.face.FontMetrics.Extent;
import dev.deckmill.svgpptx.font.face.FontMetrics.Rule;
import dev.deckmill.svgpptx.font.face.Kerning;
import dev.deckmill.svgpptx.font.face.WideAdvances;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Advances, heights and pairs of free fonts, in the jar: the same on every machine, no file needed.
 *
 * <p>{@code metrics.bin}: magic, version; the characters, as ranges; how many of them kern; the
 * faces with the length of their part; the parts, each deflated for itself and inflated when first
 * asked for. Written by {@code MetricsGenerator} in the tests, which also says where the fonts come
 * from.
 */
public final class BundledFaces {
  static final int MAGIC = 0x444D464D; // DMFM
  static final int VERSION = 1;

  /** Stands for "no glyph", "no class" and "no wide advance". */
  static final int ABSENT = 0xFFFF;

  /** The faces of the jar. */
  public static final BundledFaces ALL = read();

  /** A face that has not been inflated yet. */
  private record Entry(String family, int weight, boolean italic, int offset, int length)
      implements FaceStyle {
    @Override
    public int width() {
      return FaceEntry.NORMAL_WIDTH;
    }

    Entry movedBy(int start) {
      return new Entry(family, weight, italic, offset + start, length);
    }
  }

  private final byte[] file;
  private final int[] characters;
  private final int kerned;
  private final Map<String, List<Entry>> families = new HashMap<>();
  private final Map<Entry, FontFace> faces = new ConcurrentHashMap<>();

  private BundledFaces(byte[] file, int[] characters, int kerned) {
    this.file = file;
    this.characters = characters;
    this.kerned = kerned;
  }

  /** The family's face nearest to the style, or null. */
  public @Nullable FontFace face(String family, int weight, boolean italic) {
    List<Entry> entries = families.get(FamilyTable.key(family));
    if (entries == null) {
      return null;
    }
    return faces.computeIfAbsent(FaceStyle.best(entries, weight, italic), this::inflate);
  }

  private static BundledFaces read() {
    try (InputStream resource = BundledFaces.class.getResourceAsStream("metrics.bin")) {
      return read(Objects.requireNonNull(resource, "metrics.bin").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("metrics.bin can't be read from the jar", e);
    }
  }

  private static BundledFaces read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC || in.readUnsignedShort() != VERSION) {
      throw new IOException("metrics.bin is of another version: generate it anew");
    }
    BundledFaces bundled = new BundledFaces(bytes, characters(in), in.readUnsignedShort());
    int count = in.readUnsignedShort();
    List<Entry> entries = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < count; i++) {
      String family = in.readUTF();
      int weight = in.readUnsignedShort();
      boolean italic = in.readBoolean();
      int length = in.readInt();
      entries.add(new Entry(family, weight, italic, offset, length));
      offset += length;
    }
    int start = bytes.length - offset;
    for (Entry entry : entries) {
      bundled
          .families
          .computeIfAbsent(FamilyTable.key(entry.family()), key -> new ArrayList<>())
          .add(entry.movedBy(start));
    }
    return bundled;
  }

  private static int[] characters(DataInputStream in) throws IOException {
    int[] ranges = new int[2 * in.readUnsignedShort()];
    int total = 0;
    for (int i = 0; i < ranges.length; i += 2) {
      ranges[i] = in.readInt();
      ranges[i + 1] = in.readUnsignedShort();
      total += ranges[i + 1];
    }
    int[] characters = new int[total];
    int at = 0;
    for (int i = 0; i < ranges.length; i += 2) {
      for (int k = 0; k < ranges[i + 1]; k++) {
        characters[at++] = ranges[i] + k;
      }
    }
    return characters;
  }

  private FontFace inflate(Entry entry) {
    ByteBuffer in = ByteBuffer.wrap(bytes(entry));
    FontMetrics metrics = metrics(in);
    int ideograph = in.getChar();
    int syllable = in.getChar();
    CodePointTable advances = table(in, characters.length);
    return new FontFace(
        entry.family(),
        entry.weight(),
        entry.italic(),
        metrics,
        1,
        new FontFace.Widths(
            advances,
            kerning(in),
            ideograph == ABSENT ? null : new WideAdvances(ideograph, syllable)));
  }

  private byte[] bytes(Entry entry) {
    try (InputStream part =
        new InflaterInputStream(new ByteArrayInputStream(file, entry.offset(), entry.length()))) {
      return part.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("metrics.bin is damaged", e);
    }
  }

  private CodePointTable table(ByteBuffer in, int count) {
    CodePointTable.Builder table = CodePointTable.builder();
    for (int i = 0; i < count; i++) {
      int value = in.getChar();
      if (value != ABSENT) {
        table.put(characters[i], value);
      }
    }
    return table.build();
  }

  private Kerning kerning(ByteBuffer in) {
    int rows = in.getChar();
    int columns = in.getChar();
    if (rows == 0) {
      return new Kerning.None();
    }
    CodePointTable left = table(in, kerned);
    CodePointTable right = table(in, kerned);
    short[] values = new short[rows * columns];
    in.asShortBuffer().get(values);
    return new ClassKerning(left, right, columns, values);
  }

  private static FontMetrics metrics(ByteBuffer in) {
    return new FontMetrics(
        in.getChar(),
        extent(in),
        extent(in),
        extent(in),
        in.get() != 0,
        in.getShort(),
        in.getShort(),
        new Rule(in.getShort(), in.getShort()),
        new Rule(in.getShort(), in.getShort()));
  }

  private static Extent extent(ByteBuffer in) {
    return new Extent(in.getShort(), in.getShort(), in.getShort());
  }
}
