package dev.deckmill.svgpptx.embed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bundle's fields, and sums up what was read. A bundle has hundreds of small fields, each
 * cheap because the sum takes in a whole buffer of them at once.
 */
final class BundleInput {
  private static final int BUFFER_BYTES = 1 << 14;
  private static final int MOST_BYTES = 1 << 30;
  private static final int MOST_ITEMS = 1 << 24;
  private static final int BYTE_BITS = 8;
  private static final int BYTE_MASK = 0xff;
  private static final long INT_MASK = 0xffff_ffffL;

  private final InputStream in;
  private final CRC32 sum = new CRC32();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int next;
  private int end;
  private int summed;

  /** May read beyond the bundle's end, but doesn't close {@code in}. */
  BundleInput(InputStream in) {
    this.in = in;
  }

  /** CRC-32 of all fields so far. */
  int crc32() {
    sumUp();
    return (int) sum.getValue();
  }

  byte octet() throws IOException {
    if (next == end) {
      fill();
    }
    return buffer[next++];
  }

  boolean bool() throws IOException {
    return octet() != 0;
  }

  int int32() throws IOException {
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = (value << BYTE_BITS) | (octet() & BYTE_MASK);
    }
    return value;
  }

  long int64() throws IOException {
    return ((long) int32() << Integer.SIZE) | (int32() & INT_MASK);
  }

  /** How many items a list has. */
  int count() throws IOException {
    int count = int32();
    if (count < 0 || count > MOST_ITEMS) {
      throw new IOException("damaged slide bundle: " + count + " items in a list");
    }
    return count;
  }

  String string() throws IOException {
    return new String(bytes(int32()), StandardCharsets.UTF_8);
  }

  @Nullable String nullable() throws IOException {
    int length = int32();
    return length == -1 ? null : new String(bytes(length), StandardCharsets.UTF_8);
  }

  /** Passes over what {@link #string} or {@link #nullable} would read. */
  void passString() throws IOException {
    int length = int32();
    if (length != -1) {
      pass(length);
    }
  }

  /** Passes over so many bytes; they count for the sum. */
  void pass(int length) throws IOException {
    checkLength(length);
    int left = length;
    while (left > end - next) {
      left -= end - next;
      next = end;
      fill();
    }
    next += left;
  }

  <E extends Enum<E>> E constant(Class<E> type) throws IOException {
    return Enum.valueOf(type, string());
  }

  Part part() throws IOException {
    boolean deflated = bool();
    int crc32 = int32();
    int size = int32();
    return new Part(bytes(int32()), deflated, crc32, size);
  }

  private byte[] bytes(int length) throws IOException {
    checkLength(length);
    if (length > end - next) {
      return longBytes(length);
    }
    byte[] bytes = new byte[length];
    System.arraycopy(buffer, next, bytes, 0, length);
    next += length;
    return bytes;
  }

  private static void checkLength(int length) throws IOException {
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("damaged slide bundle: " + length + " bytes in a field");
    }
  }

  /** Takes memory only as bytes arrive, so that a damaged length can't ask for all of it. */
  private byte[] longBytes(int length) throws IOException {
    sumUp();
    int here = end - next;
    byte[] rest = in.readNBytes(length - here);
    if (rest.length < length - here) {
      throw new EOFException("it ends in the middle");
    }
    byte[] bytes = new byte[length];
    System.arraycopy(buffer, next, bytes, 0, here);
    System.arraycopy(rest, 0, bytes, here, rest.length);
    sum.update(bytes);
    next = end;
    summed = end;
    return bytes;
  }

  private void fill() throws IOException {
    sumUp();
    int read = in.read(buffer, 0, buffer.length);
    if (read < 1) {
      throw new EOFException("it ends in the middle");
    }
    next = 0;
    end = read;
    summed = 0;
  }

  private void sumUp() {
    sum.update(buffer, summed, next - summed);
    summed = next;
  }
}
