package dev.deckmill.svgpptx.font.family;

import dev.deckmill.svgpptx.font.WoffFile;
import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.face.FontMetrics;
import dev.deckmill.svgpptx.font.file.FaceReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes {@code metrics.bin} from the fonts that {@code metrics-sources.txt} names, which also says
 * how to get them. Run by hand when a font is added, then commit what it wrote:
 *
 * <pre>{@code
 * java -cp … dev.deckmill.svgpptx.font.family.MetricsGenerator FONTS src/main/resources/dev/deckmill/svgpptx/font/family/metrics.bin
 * }</pre>
 */
public final class MetricsGenerator {
  /** Whose advances are kept; the first {@link #KERNED} ranges also kern. */
  private static final int[][] RANGES = {
    {0x20, 0x7E},
    {0xA0, 0xFF},
    {0x2013, 0x2014},
    {0x2018, 0x201E},
    {0x2026, 0x2026},
    {0x2039, 0x203A},
    {0x410, 0x44F},
    {0x100, 0x17F},
    {0x18F, 0x18F},
    {0x192, 0x192},
    {0x218, 0x21B},
    {0x2C6, 0x2DD},
    {0x370, 0x3FF},
    {0x400, 0x40F},
    {0x450, 0x45F},
    {0x490, 0x493},
    {0x1E80, 0x1E85},
    {0x1E9E, 0x1E9E},
    {0x1EA0, 0x1EF9},
    {0x2000, 0x2012},
    {0x2015, 0x2017},
    {0x2020, 0x2025},
    {0x2027, 0x2038},
    {0x203B, 0x205F},
    {0x2070, 0x209C},
    {0x20A0, 0x20BF},
    {0x2100, 0x218B},
    {0x2190, 0x23FF},
    {0x2460, 0x27BF},
    {0x27F0, 0x27FF},
    {0x2900, 0x297F},
    {0x2B00, 0x2B5F},
    {0xFB00, 0xFB04},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
  };

  private static final int KERNED = 7;

  /** A face's line of the sources, and its figures deflated. */
  private record Part(String family, int weight, String slope, ByteArrayOutputStream bytes) {}

  private final Path fonts;
  private final int[] characters;
  private final int kerned;

  private MetricsGenerator(Path fonts) {
    this.fonts = fonts;
    this.characters = characters(RANGES.length);
    this.kerned = characters(KERNED).length;
  }

  public static void main(String[] arguments) throws IOException {
    byte[] bytes = new MetricsGenerator(Path.of(arguments[0])).generate();
    Files.write(Path.of(arguments[1]), bytes);
    System.out.println(bytes.length + " bytes");
  }

  private byte[] generate() throws IOException {
    List<Part> parts = new ArrayList<>();
    Path sources = Path.of("src/test/resources/dev/deckmill/svgpptx/font/metrics-sources.txt");
    for (String line : Files.readAllLines(sources, StandardCharsets.UTF_8)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns =
            Arrays.stream(line.split(";", -1)).map(String::strip).toArray(String[]::new);
        parts.add(new Part(columns[0], Integer.parseInt(columns[1]), columns[2], part(columns)));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(BundledFaces.MAGIC);
    out.writeShort(BundledFaces.VERSION);
    out.writeShort(RANGES.length);
    for (int[] range : RANGES) {
      out.writeInt(range[0]);
      out.writeShort(range[1] - range[0] + 1);
    }
    out.writeShort(kerned);
    out.writeShort(parts.size());
    for (Part part : parts) {
      out.writeUTF(part.family());
      out.writeShort(part.weight());
      out.writeBoolean(part.slope().equals("italic"));
      out.writeInt(part.bytes().size());
    }
    for (Part part : parts) {
      part.bytes().writeTo(out);
    }
    return bytes.toByteArray();
  }

  private ByteArrayOutputStream part(String[] columns) throws IOException {
    List<FontFace> faces = new ArrayList<>();
    for (String file : columns[3].split(" +", -1)) {
      faces.add(face(fonts.resolve(file), columns[0]));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, best))) {
      metrics(out, faces.getFirst().metrics());
      // A CJK font's ideographs are all as wide as this one, its syllables as that one.
      out.writeShort(advance(faces, '中'));
      out.writeShort(advance(faces, '한'));
      for (int codePoint : characters) {
        out.writeShort(advance(faces, codePoint));
      }
      new KerningClasses(faces.getFirst(), Arrays.copyOf(characters, kerned)).write(out);
    }
    best.end();
    return bytes;
  }

  /** A collection's face is the one whose family the line names. */
  private static FontFace face(Path file, String family) throws IOException {
    Path sfnt = file.toString().endsWith(".woff") ? WoffFile.asSfnt(file) : file;
    List<FaceEntry> entries = FaceReader.entries(sfnt);
    for (FaceEntry entry : entries) {
      if (entry.families().contains(family)) {
        return FaceReader.face(entry);
      }
    }
    return FaceReader.face(entries.getFirst());
  }

  private static int advance(List<FontFace> faces, int codePoint) {
    return faces.stream()
        .mapToInt(face -> face.advance(codePoint))
        .filter(advance -> advance >= 0)
        .findFirst()
        .orElse(BundledFaces.ABSENT);
  }

  private static void metrics(DataOutputStream out, FontMetrics metrics) throws IOException {
    out.writeShort(metrics.unitsPerEm());
    for (FontMetrics.Extent extent : List.of(metrics.hhea(), metrics.typo(), metrics.win())) {
      out.writeShort(extent.ascent());
      out.writeShort(extent.descent());
      out.writeShort(extent.lineGap());
    }
    out.writeBoolean(metrics.useTypo());
    out.writeShort(metrics.capHeight());
    out.writeShort(metrics.xHeight());
    for (FontMetrics.Rule rule : List.of(metrics.underline(), metrics.strikeout())) {
      out.writeShort(rule.position());
      out.writeShort(rule.thickness());
    }
  }

  private static int[] characters(int ranges) {
    return Arrays.stream(RANGES, 0, ranges)
        .flatMapToInt(range -> IntStream.rangeClosed(range[0], range[1]))
        .toArray();
  }
}
