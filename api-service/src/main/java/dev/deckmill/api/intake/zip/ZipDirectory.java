package dev.deckmill.api.intake.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * The table of contents at a ZIP file's end (APPNOTE 4.3.12, 4.3.16), measured before anything is
 * made of it: a small file can claim millions of entries.
 *
 * @param offset where it begins, in bytes
 * @param entries how many it really has
 */
record ZipDirectory(long offset, int entries) {
  /** More than any job has pages, with room for what is no page. */
  static final int MOST_ENTRIES = 20_000;

  private static final int MOST_BYTES = 16 << 20;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_BYTES = 46;

  static ZipDirectory of(SeekableByteChannel file) throws IOException {
    long tailAt = Math.max(0, file.size() - END_BYTES - LONGEST_COMMENT);
    ByteBuffer tail = read(file, tailAt, (int) (file.size() - tailAt));
    int end = endRecord(tail);
    int declared = Short.toUnsignedInt(tail.getShort(end + 10));
    long size = Integer.toUnsignedLong(tail.getInt(end + 12));
    long offset = Integer.toUnsignedLong(tail.getInt(end + 16));
    if (declared > MOST_ENTRIES || size > MOST_BYTES) {
      throw ZipFaults.invalid(
          "it holds more than %d entries, or names too long for them".formatted(MOST_ENTRIES));
    }
    if (offset + size != tailAt + end) {
      throw ZipFaults.invalid("its table of contents is not where its end says");
    }
    int found = count(read(file, offset, (int) size));
    if (found != declared) {
      throw ZipFaults.invalid("its table of contents has not as many entries as its end says");
    }
    return new ZipDirectory(offset, found);
  }

  /** The last one there is, as every reader takes it. */
  private static int endRecord(ByteBuffer tail) {
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        int comment = Short.toUnsignedInt(tail.getShort(at + 20));
        if (at + END_BYTES + comment != tail.limit()) {
          throw ZipFaults.invalid("bytes follow its end");
        }
        return at;
      }
    }
    throw ZipFaults.invalid("its end is missing, as if it had been cut off");
  }

  private static int count(ByteBuffer directory) {
    int count = 0;
    int at = 0;
    while (at < directory.limit()) {
      if (directory.limit() - at < ENTRY_BYTES || directory.getInt(at) != ENTRY_SIGNATURE) {
        throw ZipFaults.invalid("its table of contents is damaged");
      }
      at +=
          ENTRY_BYTES
              + Short.toUnsignedInt(directory.getShort(at + 28))
              + Short.toUnsignedInt(directory.getShort(at + 30))
              + Short.toUnsignedInt(directory.getShort(at + 32));
      count++;
    }
    return count;
  }

  private static ByteBuffer read(SeekableByteChannel file, long offset, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(offset);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // until it is full or the file ends
    }
    return bytes.flip();
  }
}
