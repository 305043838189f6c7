package dev.deckmill.svgpptx.parse.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * A PNG file as far as it can be read (PNG 3 §5, §10): programs that show decks draw a black square
 * for one that is cut off or damaged, or nothing.
 */
final class PngFile {
  private static final int SIGNATURE = 8;

  /** Length, type and checksum. */
  private static final int AROUND_DATA = 12;

  private static final int LAST_FILTER = 4;

  private static final String HEADER = "IHDR";
  private static final String PIXELS = "IDAT";
  private static final String END = "IEND";

  /** Where the passes of an interlaced image begin and how far their pixels lie apart (§8.2). */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final byte[] bytes;
  private final int width;
  private final int height;
  private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();

  /** What stands before the pixels, each chunk with a checksum of ours. */
  private final ByteArrayOutputStream before = new ByteArrayOutputStream();

  private boolean intact;

  private PngFile(byte[] bytes, int width, int height) {
    this.bytes = bytes;
    this.width = width;
    this.height = height;
  }

  /**
   * What of a file can be drawn.
   *
   * @param bytes the file itself where it is whole; else one of the rows that can be read, from the
   *     top
   * @param rows how many there are; 0: nothing can be drawn
   * @param isWhole whether nothing is missing or wrong
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Rows(byte[] bytes, int rows, boolean isWhole) {}

  /**
   * Reads all of it, as far as it goes.
   *
   * @param width as its header says, above 0
   * @param height likewise
   */
  static Rows read(byte[] bytes, int width, int height) {
    PngFile file = new PngFile(bytes, width, height);
    file.chunks();
    return file.readable();
  }

  private void chunks() {
    int at = SIGNATURE;
    intact = true;
    while (at + AROUND_DATA <= bytes.length) {
      long length = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at));
      String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      int there = (int) Math.min(length, bytes.length - at - 8L);
      boolean whole = at + AROUND_DATA + length <= bytes.length;
      intact &= !isCritical(type) || (whole && hasItsChecksum(at, there));
      chunk(type, at + 8, there);
      if (type.equals(END) || !whole) {
        break;
      }
      at += AROUND_DATA + there;
    }
  }

  private void chunk(String type, int from, int length) {
    switch (type) {
      case PIXELS -> pixels.write(bytes, from, length);
      case "PLTE", "tRNS", "sRGB", "gAMA" -> write(before, type, bytes, from, length);
      default -> {} // of the others nothing is drawn
    }
  }

  private static boolean isCritical(String type) {
    return type.equals(HEADER) || type.equals("PLTE") || type.equals(PIXELS);
  }

  private boolean hasItsChecksum(int at, int length) {
    return crc(bytes, at + 4, length + 4) == ByteBuffer.wrap(bytes).getInt(at + 8 + length);
  }

  private Rows readable() {
    long wanted = decodedBytes();
    Decoded seen = inflated(wanted, OutputStream.nullOutputStream());
    if (intact && seen.ended && seen.length >= wanted) {
      return new Rows(bytes, height, true);
    }
    int rows = (int) Math.min(height, isInterlaced() ? 0 : seen.length / (1 + rowBytes(width)));
    if (isInterlaced() && seen.length >= wanted) {
      rows = height;
    }
    long length = rows == height ? wanted : rows * (1 + rowBytes(width));
    return rows == 0 ? new Rows(bytes, 0, false) : new Rows(written(rows, length), rows, false);
  }

  /** How far the pixels were inflated, and whether their own end came. */
  private record Decoded(long length, boolean ended) {}

  /** Inflates so many bytes, as far as they go, and their own end behind them. */
  private Decoded inflated(long most, OutputStream to) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(pixels.toByteArray());
      byte[] buffer = new byte[1 << 14];
      long length = 0;
      int got = inflated(inflater, buffer);
      while (got > 0 && length <= most) {
        int good = filtered(buffer, got, length);
        to.write(buffer, 0, (int) Math.min(good, most - length));
        length += good;
        if (good < got) {
          return new Decoded(length, false);
        }
        got = inflated(inflater, buffer);
      }
      return new Decoded(length, inflater.finished());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing but memory is written to
    } finally {
      inflater.end();
    }
  }

  /** How many of these bytes stand before a row that no known filter was used on (§9.2). */
  private int filtered(byte[] buffer, int count, long before) {
    long row = 1 + rowBytes(width);
    long next = (before + row - 1) / row * row;
    while (!isInterlaced() && next < before + count) {
      if ((buffer[(int) (next - before)] & 0xff) > LAST_FILTER) {
        return (int) (next - before);
      }
      next += row;
    }
    return count;
  }

  /** How many bytes came into the buffer: those before a damaged place too. */
  private static int inflated(Inflater inflater, byte[] buffer) {
    long before = inflater.getBytesWritten();
    try {
      return inflater.inflate(buffer);
    } catch (DataFormatException damaged) {
      return (int) (inflater.getBytesWritten() - before);
    }
  }

  private byte[] written(int rows, long length) {
    byte[] header = Arrays.copyOfRange(bytes, SIGNATURE + 8, SIGNATURE + 21);
    ByteBuffer.wrap(header).putInt(4, rows);
    byte[] packed = packed(length);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(bytes, 0, SIGNATURE);
    write(file, HEADER, header, 0, header.length);
    file.writeBytes(before.toByteArray());
    write(file, PIXELS, packed, 0, packed.length);
    write(file, END, new byte[0], 0, 0);
    return file.toByteArray();
  }

  /** The pixels' first bytes, deflated anew. */
  private byte[] packed(long length) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream deflating = new DeflaterOutputStream(packed)) {
      inflated(length, deflating);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing but memory is written to
    }
    return packed.toByteArray();
  }

  private static void write(
      ByteArrayOutputStream to, String type, byte[] from, int at, int length) {
    byte[] chunk = new byte[length + AROUND_DATA];
    ByteBuffer.wrap(chunk)
        .putInt(length)
        .put(type.getBytes(StandardCharsets.ISO_8859_1))
        .put(from, at, length);
    ByteBuffer.wrap(chunk).putInt(length + 8, crc(chunk, 4, length + 4));
    to.writeBytes(chunk);
  }

  private static int crc(byte[] of, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(of, from, length);
    return (int) crc.getValue();
  }

  private boolean isInterlaced() {
    return header(28) == 1;
  }

  private int header(int at) {
    return at < bytes.length ? bytes[at] & 0xff : 0;
  }

  private long rowBytes(long pixelsInRow) {
    int samples =
        switch (header(25)) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    return (pixelsInRow * samples * header(24) + 7) / 8;
  }

  /** With the byte before each row that says how it is filtered. */
  private long decodedBytes() {
    if (!isInterlaced()) {
      return height * (1 + rowBytes(width));
    }
    long sum = 0;
    for (int[] pass : PASSES) {
      long across = ((long) width - pass[0] + pass[2] - 1) / pass[2];
      long down = ((long) height - pass[1] + pass[3] - 1) / pass[3];
      sum += across <= 0 || down <= 0 ? 0 : down * (1 + rowBytes(across));
    }
    return sum;
  }
}
