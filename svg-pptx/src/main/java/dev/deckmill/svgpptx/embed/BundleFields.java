package dev.deckmill.svgpptx.embed;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The kinds of field that a bundle is written with. */
final class BundleFields {
  private static final int MOST_BYTES = 1 << 30;
  private static final int MOST_ITEMS = 1 << 24;

  private BundleFields() {}

  static void part(Part part, DataOutputStream data) throws IOException {
    data.writeBoolean(part.deflated());
    data.writeInt(part.crc32());
    data.writeInt(part.size());
    data.writeInt(part.bytes().length);
    data.write(part.bytes());
  }

  static Part part(DataInputStream data) throws IOException {
    boolean deflated = data.readBoolean();
    int crc32 = data.readInt();
    int size = data.readInt();
    return new Part(bytes(data), deflated, crc32, size);
  }

  static void string(@Nullable String text, DataOutputStream data) throws IOException {
    if (text == null) {
      data.writeInt(-1);
    } else {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      data.writeInt(utf8.length);
      data.write(utf8);
    }
  }

  static @Nullable String nullable(DataInputStream data) throws IOException {
    int length = data.readInt();
    return length == -1 ? null : new String(bytes(data, length), StandardCharsets.UTF_8);
  }

  static String string(DataInputStream data) throws IOException {
    return new String(bytes(data), StandardCharsets.UTF_8);
  }

  static byte[] bytes(DataInputStream data) throws IOException {
    return bytes(data, data.readInt());
  }

  /** Takes memory only as bytes arrive, so that a damaged length can't ask for all of it. */
  static byte[] bytes(DataInputStream data, int length) throws IOException {
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("damaged slide bundle: " + length + " bytes in a field");
    }
    byte[] bytes = data.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("it ends in the middle");
    }
    return bytes;
  }

  static int count(DataInputStream data) throws IOException {
    int count = data.readInt();
    if (count < 0 || count > MOST_ITEMS) {
      throw new IOException("damaged slide bundle: " + count + " items in a list");
    }
    return count;
  }

  static <E extends Enum<E>> E constant(Class<E> type, DataInputStream data) throws IOException {
    return Enum.valueOf(type, string(data));
  }
}
