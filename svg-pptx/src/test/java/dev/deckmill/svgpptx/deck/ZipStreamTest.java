package dev.deckmill.svgpptx.deck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.embed.Packer;
import dev.deckmill.svgpptx.embed.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipStreamTest {
  private static final int MORE_THAN_65535 = 70_000;
  private static final long BEYOND_4_GB = (1L << 32) + 5;

  @TempDir Path dir;

  @Test
  void storedAndDeflatedEntriesAreReadBack() throws IOException {
    byte[] text = "hello hello hello hello".getBytes(StandardCharsets.US_ASCII);
    Path file = dir.resolve("a.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      ZipStream zip = new ZipStream(out, 0);
      zip.add("stored", new Packer().store(text));
      zip.add("deflated", new Packer().deflate(text));
      zip.finish();
      assertThat(zip.uncompressedBytes()).isEqualTo(2L * text.length);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (String name : new String[] {"stored", "deflated"}) {
        ZipEntry entry = zip.getEntry(name);
        assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo(text);
        assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
      }
    }
  }

  @Test
  void moreEntriesThanTheOldFormatCountsAreAllThere() throws IOException {
    Path file = dir.resolve("many.zip");
    Part part = new Packer().store(new byte[] {1});
    try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
      ZipStream zip = new ZipStream(out, 0);
      for (int i = 0; i < MORE_THAN_65535; i++) {
        zip.add("e" + i, part);
      }
      zip.finish();
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(MORE_THAN_65535);
      assertThat(zip.getEntry("e" + (MORE_THAN_65535 - 1))).isNotNull();
    }
  }

  @Test
  void anEntryBeyondFourGigabytesHasItsOffsetInTheZip64Field() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZipStream zip = new ZipStream(out, BEYOND_4_GB);
    zip.add("x", new Packer().store(new byte[] {7}));
    zip.finish();
    ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    int central = 30 + 1 + 1;
    assertThat(bytes.getInt(central)).isEqualTo(0x02014b50);
    assertThat(bytes.getInt(central + 42)).isEqualTo(-1);
    assertThat(bytes.getShort(central + 47)).isEqualTo((short) 1);
    assertThat(bytes.getLong(central + 51)).isEqualTo(BEYOND_4_GB);
    int end64 = central + 59;
    assertThat(bytes.getInt(end64)).isEqualTo(0x06064b50);
    assertThat(bytes.getLong(end64 + 48)).isEqualTo(BEYOND_4_GB + central);
    int locator = end64 + 56;
    assertThat(bytes.getLong(locator + 8)).isEqualTo(BEYOND_4_GB + end64);
    assertThat(bytes.getInt(locator + 20)).isEqualTo(0x06054b50);
  }
}
