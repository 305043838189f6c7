package dev.deckmill.api.intake.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** An entry's bytes, counted while they inflate, and held to the checksum at their end. */
final class EntryStream extends FilterInputStream {
  /** Below this size nobody minds how far an entry expands. */
  static final long HARMLESS_BYTES = 1 << 20;

  private final ZipArchiveEntry entry;
  private final long ratio;
  private final CRC32 checksum = new CRC32();
  private long count;

  EntryStream(InputStream in, ZipArchiveEntry entry, long ratio) {
    super(in);
    this.entry = entry;
    this.ratio = ratio;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(buffer, offset, length);
    } catch (IOException | IllegalArgumentException e) {
      throw ZipFaults.entryInvalid(entry.getName(), "can't be inflated");
    }
    if (read < 0) {
      end();
      return read;
    }
    checksum.update(buffer, offset, read);
    count += read;
    if (count > HARMLESS_BYTES && count > ratio * entry.getCompressedSize()) {
      throw ZipFaults.ratio(entry.getName(), ratio);
    }
    return read;
  }

  private void end() {
    if (count != entry.getSize() || checksum.getValue() != entry.getCrc()) {
      throw ZipFaults.entryInvalid(entry.getName(), "is damaged: its checksum does not agree");
    }
  }
}
