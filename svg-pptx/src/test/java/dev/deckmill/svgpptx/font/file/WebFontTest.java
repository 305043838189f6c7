package dev.deckmill.svgpptx.font.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.deckmill.svgpptx.font.TestFont;
import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FontFace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fonts as pages embed them. */
final class WebFontTest {
  private static final long MOST = 1 << 20;
  private static final int HMTX = 0x686D7478;

  @TempDir private Path folder;
  private byte[] sfnt = {};

  @BeforeEach
  void aFont() throws IOException {
    Path file = folder.resolve("font.ttf");
    TestFont.named("Inter", "Inter").write(file);
    sfnt = Files.readAllBytes(file);
  }

  @Test
  void leavesAPlainFontAsItIs() throws IOException {
    assertThat(WebFont.measured(sfnt, MOST)).isEqualTo(sfnt);
  }

  @Test
  void unpacksWoff() throws IOException {
    assertIsTheFont(WebFont.measured(woff(), MOST));
  }

  @Test
  void unpacksWoff2() throws IOException {
    assertIsTheFont(WebFont.measured(woff2(false), MOST));
  }

  @Test
  void unpacksTransformedMetricsOfWoff2() throws IOException {
    assertIsTheFont(WebFont.measured(woff2(true), MOST));
  }

  @Test
  void unpacksNoMoreThanItMay() throws IOException {
    byte[] woff = woff();
    byte[] woff2 = woff2(false);

    assertThatThrownBy(() -> WebFont.measured(sfnt, 100)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> WebFont.measured(woff, 100)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> WebFont.measured(woff2, 100)).isInstanceOf(IOException.class);
  }

  @Test
  void rejectsWhatIsCutShort() throws IOException {
    for (byte[] file : new byte[][] {sfnt, woff(), woff2(false), woff2(true)}) {
      for (int length = 0; length < file.length; length += 3) {
        readOrReject(Arrays.copyOf(file, length));
      }
    }
  }

  @Test
  void survivesDamage() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          Random random = new Random(7);
          for (byte[] file : new byte[][] {sfnt, woff(), woff2(false), woff2(true)}) {
            for (int i = 0; i < 2_000; i++) {
              byte[] damaged = file.clone();
              for (int k = random.nextInt(4); k >= 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
              }
              readOrReject(damaged);
            }
          }
        });
  }

  /** Nothing but an {@link IOException} may come of a font that can't be used. */
  private static void readOrReject(byte[] file) {
    try {
      byte[] plain = WebFont.measured(file, MOST);
      FaceEntry entry = FaceReader.embeddedEntry(plain);
      if (entry != null) {
        FontFace face = FaceReader.embeddedFace(plain, entry);
        assertThat(face.kerning('A', 'B')).isBetween(-32768, 32767);
      }
    } catch (IOException rejected) {
      assertThat(rejected).isNotNull();
    }
  }

  private static void assertIsTheFont(byte[] plain) throws IOException {
    FaceEntry entry = Objects.requireNonNull(FaceReader.embeddedEntry(plain));
    FontFace face = FaceReader.embeddedFace(plain, entry);
    assertThat(entry.families()).contains("Inter");
    assertThat(face.advance('A')).isEqualTo(TestFont.ADVANCE_A);
    assertThat(face.advance('B')).isEqualTo(TestFont.ADVANCE_B);
    assertThat(face.kerning('A', 'B')).isEqualTo(TestFont.KERN_AB);
  }

  private int tables() {
    return ByteBuffer.wrap(sfnt).getShort(4);
  }

  private byte[] table(int index) {
    ByteBuffer in = ByteBuffer.wrap(sfnt);
    int at = in.getInt(12 + 16 * index + 8);
    return Arrays.copyOfRange(sfnt, at, at + in.getInt(12 + 16 * index + 12));
  }

  private int tag(int index) {
    return ByteBuffer.wrap(sfnt).getInt(12 + 16 * index);
  }

  private byte[] woff() throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    int count = tables();
    ByteBuffer head = ByteBuffer.allocate(44 + 20 * count);
    head.putInt(0x774F4646).put(sfnt, 0, 4).putInt(0).putShort((short) count).position(44);
    for (int i = 0; i < count; i++) {
      byte[] table = table(i);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
        deflater.write(table);
      }
      byte[] smaller = packed.size() < table.length ? packed.toByteArray() : table;
      head.putInt(tag(i)).putInt(head.capacity() + data.size());
      head.putInt(smaller.length).putInt(table.length).putInt(0);
      data.writeBytes(smaller);
    }
    return joined(head, data);
  }

  private byte[] woff2(boolean transformed) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    int count = tables();
    for (int i = 0; i < count; i++) {
      byte[] table = table(i);
      boolean changed = transformed && tag(i) == HMTX;
      byte[] stored = changed ? advancesAlone(table) : table;
      directory.write(changed ? 0x7F : 0x3F);
      directory.writeBytes(ByteBuffer.allocate(4).putInt(tag(i)).array());
      base128(table.length, directory);
      if (changed) {
        base128(stored.length, directory);
      }
      content.writeBytes(stored);
    }
    byte[] packed = brotli(content.toByteArray());
    ByteBuffer head = ByteBuffer.allocate(48);
    head.putInt(0x774F4632).put(sfnt, 0, 4).putInt(0).putShort((short) count);
    head.putInt(20, packed.length);
    directory.writeBytes(packed);
    return joined(head, directory);
  }

  private static byte[] joined(ByteBuffer head, ByteArrayOutputStream data) {
    return ByteBuffer.allocate(head.capacity() + data.size())
        .put(head.clear())
        .put(data.toByteArray())
        .array();
  }

  /** The flags say that no side bearings follow. */
  private static byte[] advancesAlone(byte[] hmtx) {
    ByteBuffer out = ByteBuffer.allocate(1 + hmtx.length / 2).put((byte) 3);
    for (int i = 0; i + 3 < hmtx.length; i += 4) {
      out.put(hmtx, i, 2);
    }
    return out.array();
  }

  private static void base128(int value, ByteArrayOutputStream out) {
    for (int shift = 28; shift > 0; shift -= 7) {
      if (value >>> shift != 0) {
        out.write((value >>> shift & 0x7F) | 0x80);
      }
    }
    out.write(value & 0x7F);
  }

  /** One stored block (RFC 7932 §9.2): a window of 16 bits, the length, the bytes, an empty end. */
  private static byte[] brotli(byte[] content) {
    int header = ((content.length - 1) << 4) | (1 << 20);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(header & 0xFF);
    out.write(header >> 8 & 0xFF);
    out.write(header >> 16 & 0xFF);
    out.writeBytes(content);
    out.write(3);
    return out.toByteArray();
  }
}
