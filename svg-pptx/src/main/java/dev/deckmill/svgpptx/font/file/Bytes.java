package dev.deckmill.svgpptx.font.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A table of a font file: big-endian numbers at byte offsets (OpenType 1.9 §Data types). Reading
 * past the end throws {@link IndexOutOfBoundsException}, which {@link FaceReader} reports as a
 * broken font.
 */
final class Bytes {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] data;
  private final int start;

  Bytes(byte[] data) {
    this(data, 0);
  }

  private Bytes(byte[] data, int start) {
    this.data = data;
    this.start = start;
  }

  int length() {
    return data.length - start;
  }

  /** The rest of this table from {@code offset} on: how subtables are addressed. */
  Bytes from(int offset) {
    if (offset < 0 || offset > length()) {
      throw new IndexOutOfBoundsException(offset);
    }
    return new Bytes(data, start + offset);
  }

  int u8(int at) {
    return data[start + at] & 0xFF;
  }

  int u16(int at) {
    return (short) SHORT.get(data, start + at) & 0xFFFF;
  }

  int i16(int at) {
    return (short) SHORT.get(data, start + at);
  }

  /** An unsigned 32-bit number that must fit an int: offsets, counts and code points. */
  int u32(int at) {
    int value = (int) INT.get(data, start + at);
    if (value < 0) {
      throw new IndexOutOfBoundsException(at);
    }
    return value;
  }

  /** Four bytes of flags or of a tag. */
  int bits32(int at) {
    return (int) INT.get(data, start + at);
  }

  byte[] copy(int at, int length) {
    if (length < 0 || at < 0 || at > length() - length) {
      throw new IndexOutOfBoundsException(at);
    }
    byte[] part = new byte[length];
    System.arraycopy(data, start + at, part, 0, length);
    return part;
  }
}
