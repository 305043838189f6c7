package dev.deckmill.svgpptx.font.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.deckmill.svgpptx.font.OutlineFonts;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fonts of pages as decks embed them. */
final class WholeFontTest {
  private static final long MOST = 1 << 20;
  private static final String LETTERS = "AeéF´ ";
  private static final int FS_TYPE = 8;

  @ParameterizedTest
  @ValueSource(strings = {"ttf", "woff", "woff2"})
  void keepsItsOutlines(String format) throws IOException, FontFormatException {
    byte[] whole = WebFont.whole(OutlineFonts.file(format), MOST);
    assertThat(drawn(whole)).isEqualTo(drawn(OutlineFonts.file("ttf"))).contains("Q", "L");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttf", "woff", "woff2"})
  void hasTheSumsThatReadersCheck(String format) throws IOException {
    byte[] whole = WebFont.whole(OutlineFonts.file(format), MOST);
    assertThat(whole.length % 4).isZero();
    ByteBuffer words = ByteBuffer.wrap(whole);
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    assertThat(sum).isEqualTo(0xB1B0AFBA);
  }

  @Test
  void standsBehindItsHeader() throws IOException {
    byte[] whole = WebFont.whole(OutlineFonts.file("woff2"), MOST);
    byte[] eot = EotFile.of(whole);
    ByteBuffer header = ByteBuffer.wrap(eot).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getInt(0)).isEqualTo(eot.length);
    assertThat(header.getInt(4)).isEqualTo(whole.length);
    assertThat(header.getInt(8)).isEqualTo(0x00020001);
    assertThat(header.getInt(12)).as("neither compressed nor garbled").isZero();
    assertThat(header.getInt(28)).as("weight").isEqualTo(400);
    assertThat(header.getShort(34)).isEqualTo((short) 0x504C);
    byte[] family = "Deckmill Test".getBytes(StandardCharsets.UTF_16LE);
    assertThat(header.getShort(82)).isEqualTo((short) family.length);
    assertThat(Arrays.copyOfRange(eot, 84, 84 + family.length)).isEqualTo(family);
    assertThat(Arrays.copyOfRange(eot, eot.length - whole.length, eot.length)).isEqualTo(whole);
    assertThat(header.getInt(eot.length - whole.length - 4)).as("bound to no site").isZero();
  }

  /** What fsType says (OpenType 1.9 §OS/2): of several permissions the widest holds. */
  @ParameterizedTest
  @CsvSource({
    "0, true",
    "8, true",
    "12, true",
    "0x108, true",
    "2, false",
    "4, false",
    "0x200, false"
  })
  void isEmbeddedWhereItsTypeAllowsThat(String fsType, boolean allowed) throws IOException {
    Map<String, byte[]> tables = tables();
    ByteBuffer.wrap(tables.get("OS/2")).putShort(FS_TYPE, Integer.decode(fsType).shortValue());
    EotFile.Obstacle expected = allowed ? null : EotFile.Obstacle.FORBIDDEN;
    assertThat(EotFile.obstacle(SfntWriter.file(0x00010000, tables))).isEqualTo(expected);
  }

  @Test
  void isNotEmbeddedWhereProgramsCouldNotUseIt() throws IOException {
    Map<String, byte[]> tables = tables();
    assertThat(EotFile.obstacle(SfntWriter.file(0x4F54544F, tables)))
        .isEqualTo(EotFile.Obstacle.NOT_TRUETYPE);
    tables.remove("post");
    assertThat(EotFile.obstacle(SfntWriter.file(0x00010000, tables)))
        .isEqualTo(EotFile.Obstacle.INCOMPLETE);
  }

  @Test
  void isNoLargerThanItMayBe() {
    for (String format : new String[] {"ttf", "woff", "woff2"}) {
      byte[] file = OutlineFonts.file(format);
      assertThatThrownBy(() -> WebFont.whole(file, 200)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void survivesDamage() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          Random random = new Random(11);
          int embedded = 0;
          for (String format : new String[] {"ttf", "woff", "woff2"}) {
            byte[] file = OutlineFonts.file(format);
            for (int i = 0; i < 3_000; i++) {
              byte[] damaged = file.clone();
              for (int k = random.nextInt(4); k >= 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
              }
              embedded += isEmbedded(damaged) ? 1 : 0;
            }
          }
          assertThat(embedded).isBetween(1, 8_999);
        });
  }

  @Test
  void restoresDamagedOutlinesOrRejectsThem() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          Random random = new Random(13);
          int read = 0;
          for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[200 + random.nextInt(400)];
            random.nextBytes(noise);
            ByteBuffer header = ByteBuffer.wrap(noise);
            header.putInt(0, 0).putShort(4, (short) random.nextInt(20)).putShort(6, (short) 0);
            for (int stream = 0; stream < 7; stream++) {
              header.putInt(8 + 4 * stream, random.nextInt(30));
            }
            try {
              read += Woff2Glyphs.read(noise, MOST).loca().length > 4 ? 1 : 0;
            } catch (IOException | IndexOutOfBoundsException rejected) {
              assertThat(rejected).isNotNull();
            }
          }
          assertThat(read).isPositive();
        });
  }

  private static boolean isEmbedded(byte[] file) {
    try {
      byte[] whole = WebFont.whole(file, MOST);
      return EotFile.obstacle(whole) == null && EotFile.of(whole).length > whole.length;
    } catch (IOException rejected) {
      return false;
    }
  }

  private static Map<String, byte[]> tables() throws IOException {
    Map<String, byte[]> tables = new HashMap<>();
    try (SfntFile font = SfntFile.embedded(OutlineFonts.file("ttf"))) {
      for (String tag :
          List.of("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")) {
        Bytes table = font.required(0, tag);
        tables.put(tag, table.copy(0, table.length()));
      }
    }
    return tables;
  }

  /** Outlines and advances as another reader of fonts sees them. */
  private static String drawn(byte[] file) throws IOException, FontFormatException {
    Font font =
        Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file)).deriveFont(1000f);
    FontRenderContext context = new FontRenderContext(null, true, true);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < LETTERS.length(); i++) {
      char letter = LETTERS.charAt(i);
      var glyph = font.createGlyphVector(context, new char[] {letter});
      all.append(letter).append(glyph.getGlyphMetrics(0).getAdvance());
      append(glyph.getOutline(), all);
    }
    return all.toString();
  }

  private static void append(Shape outline, StringBuilder to) {
    double[] points = new double[6];
    for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
      to.append("MLQCZ".charAt(i.currentSegment(points))).append(Arrays.toString(points));
      Arrays.fill(points, 0);
    }
    to.append('\n');
  }
}
