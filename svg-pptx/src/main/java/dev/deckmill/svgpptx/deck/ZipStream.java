package dev.deckmill.svgpptx.deck;

import dev.deckmill.svgpptx.embed.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a zip file from entries that are compressed already (APPNOTE 6.3.10): sizes and checksums
 * are known, so there are no data descriptors; times are fixed; ZIP64 records appear where a count
 * or an offset needs them and only there.
 */
final class ZipStream {
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int ZIP64_END = 0x06064b50;
  private static final int ZIP64_LOCATOR = 0x07064b50;
  private static final int ZIP64_EXTRA = 0x0001;
  private static final int VERSION = 20;
  private static final int VERSION_ZIP64 = 45;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int MIDNIGHT = 0;
  private static final int FIRST_OF_JANUARY_1980 = 0x0021;
  private static final int MOST_ENTRIES = 0xffff;
  private static final long MOST_OFFSET = 0xffffffffL;

  private final OutputStream out;
  private final ByteArrayOutputStream central = new ByteArrayOutputStream();
  private final byte[] field = new byte[8];
  private long position;
  private long entries;
  private long uncompressed;

  /**
   * @param position where in its file {@code out} stands; 0 but in tests
   */
  ZipStream(OutputStream out, long position) {
    this.out = out;
    this.position = position;
  }

  /** The sum of the entries' own sizes, in bytes. */
  long uncompressedBytes() {
    return uncompressed;
  }

  long entries() {
    return entries;
  }

  /**
   * @param name ASCII, without a leading slash
   */
  void add(String name, Part part) throws IOException {
    byte[] label = name.getBytes(StandardCharsets.US_ASCII);
    central(label, part);
    put4(out, LOCAL_HEADER);
    common(out, VERSION, part, label.length);
    put2(out, 0);
    out.write(label);
    out.write(part.bytes());
    position += 30 + label.length + part.bytes().length;
    entries++;
    uncompressed += part.size();
  }

  private void central(byte[] label, Part part) throws IOException {
    boolean far = position > MOST_OFFSET - 1;
    put4(central, CENTRAL_HEADER);
    put2(central, VERSION);
    common(central, far ? VERSION_ZIP64 : VERSION, part, label.length);
    put2(central, far ? 12 : 0);
    put2(central, 0);
    put2(central, 0);
    put2(central, 0);
    put4(central, 0);
    put4(central, far ? (int) MOST_OFFSET : (int) position);
    central.write(label);
    if (far) {
      put2(central, ZIP64_EXTRA);
      put2(central, 8);
      put8(central, position);
    }
  }

  /** What local and central headers have in common: from the version to the name's length. */
  private void common(OutputStream to, int version, Part part, int nameLength) throws IOException {
    put2(to, version);
    put2(to, 0);
    put2(to, part.deflated() ? DEFLATED : STORED);
    put2(to, MIDNIGHT);
    put2(to, FIRST_OF_JANUARY_1980);
    put4(to, part.crc32());
    put4(to, part.bytes().length);
    put4(to, part.size());
    put2(to, nameLength);
  }

  /** Writes the directory. Doesn't close the stream. */
  void finish() throws IOException {
    long start = position;
    central.writeTo(out);
    boolean large = entries >= MOST_ENTRIES || start >= MOST_OFFSET;
    if (large) {
      zip64End(start);
    }
    put4(out, END);
    put2(out, 0);
    put2(out, 0);
    put2(out, (int) Math.min(entries, MOST_ENTRIES));
    put2(out, (int) Math.min(entries, MOST_ENTRIES));
    put4(out, central.size());
    put4(out, (int) Math.min(start, MOST_OFFSET));
    put2(out, 0);
    out.flush();
  }

  private void zip64End(long start) throws IOException {
    put4(out, ZIP64_END);
    put8(out, 44);
    put2(out, VERSION_ZIP64);
    put2(out, VERSION_ZIP64);
    put4(out, 0);
    put4(out, 0);
    put8(out, entries);
    put8(out, entries);
    put8(out, central.size());
    put8(out, start);
    put4(out, ZIP64_LOCATOR);
    put4(out, 0);
    put8(out, start + central.size());
    put4(out, 1);
  }

  private void put2(OutputStream to, int value) throws IOException {
    little(to, value, 2);
  }

  private void put4(OutputStream to, int value) throws IOException {
    little(to, value, 4);
  }

  private void put8(OutputStream to, long value) throws IOException {
    little(to, value, 8);
  }

  private void little(OutputStream to, long value, int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      field[i] = (byte) (value >> (8 * i));
    }
    to.write(field, 0, bytes);
  }
}
