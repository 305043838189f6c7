package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.font.family.MetricsGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/** A WOFF 1.0 file unpacked into the font it holds, for {@link MetricsGenerator}. */
public final class WoffFile {
  private static final int HEADER = 44;
  private static final int RECORD = 20;

  private WoffFile() {}

  /** A temporary file with the same tables. */
  public static Path asSfnt(Path woff) throws IOException {
    byte[] bytes = Files.readAllBytes(woff);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int tables = in.getShort(12);
    int size = 12 + 16 * tables;
    for (int i = 0; i < tables; i++) {
      size += in.getInt(HEADER + RECORD * i + 12);
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(in.getInt(4)).putShort((short) tables).putShort((short) 0).putInt(0);
    int data = 12 + 16 * tables;
    for (int i = 0; i < tables; i++) {
      int record = HEADER + RECORD * i;
      byte[] table =
          table(bytes, in.getInt(record + 4), in.getInt(record + 8), in.getInt(record + 12));
      out.putInt(in.getInt(record))
          .putInt(in.getInt(record + 16))
          .putInt(data)
          .putInt(table.length);
      out.put(data, table);
      data += table.length;
    }
    Path file = Files.createTempFile("deckmill-font-", ".otf");
    file.toFile().deleteOnExit();
    return Files.write(file, out.array());
  }

  private static byte[] table(byte[] bytes, int offset, int packed, int length) throws IOException {
    if (packed == length) {
      return Arrays.copyOfRange(bytes, offset, offset + length);
    }
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(bytes, offset, packed))) {
      return in.readAllBytes();
    }
  }
}
