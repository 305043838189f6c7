package dev.deckmill.tracestore.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the binary format of PostgreSQL's COPY ("File Formats", in the page on COPY). */
final class CopyRows {
  private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(ISO_8859_1);
  private static final int NULL = -1;
  private static final int END = -1;
  private static final byte JSONB_VERSION = 1;

  /** Microseconds between 1970 and 2000, from where PostgreSQL counts. */
  private static final long POSTGRES_EPOCH = 946_684_800_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final DataOutputStream out = new DataOutputStream(bytes);

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  CopyRows() {
    write(
        rows -> {
          rows.write(SIGNATURE);
          rows.writeInt(0);
          rows.writeInt(0);
        });
  }

  CopyRows row(int columns) {
    return write(rows -> rows.writeShort(columns));
  }

  CopyRows bytes(byte @Nullable [] value) {
    return write(
        rows -> {
          rows.writeInt(value == null ? NULL : value.length);
          if (value != null) {
            rows.write(value);
          }
        });
  }

  CopyRows text(@Nullable String value) {
    return bytes(value == null ? null : value.getBytes(UTF_8));
  }

  CopyRows json(byte @Nullable [] value) {
    return write(
        rows -> {
          if (value == null) {
            rows.writeInt(NULL);
            return;
          }
          rows.writeInt(value.length + 1);
          rows.writeByte(JSONB_VERSION);
          rows.write(value);
        });
  }

  CopyRows smallint(int value) {
    return write(
        rows -> {
          rows.writeInt(Short.BYTES);
          rows.writeShort(value);
        });
  }

  CopyRows integer(@Nullable Integer value) {
    return write(
        rows -> {
          rows.writeInt(value == null ? NULL : Integer.BYTES);
          if (value != null) {
            rows.writeInt(value);
          }
        });
  }

  CopyRows bigint(long value) {
    return write(
        rows -> {
          rows.writeInt(Long.BYTES);
          rows.writeLong(value);
        });
  }

  /** Microseconds since 1970. */
  CopyRows time(long micros) {
    return bigint(micros - POSTGRES_EPOCH);
  }

  private CopyRows write(Writing writing) {
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return this;
  }

  /** Sends what there is; {@code target} is a table and its columns. */
  void copyTo(PGConnection connection, String target) throws SQLException {
    write(rows -> rows.writeShort(END));
    CopyIn copy = connection.getCopyAPI().copyIn("copy " + target + " from stdin (format binary)");
    try {
      byte[] all = bytes.toByteArray();
      copy.writeToCopy(all, 0, all.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
