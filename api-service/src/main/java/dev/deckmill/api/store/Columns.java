package dev.deckmill.api.store;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads values that lie in more than one column, or that may be missing. */
public final class Columns {
  private Columns() {}

  /** Text that is not null by the table's own rule. */
  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** A time that is not null by the table's own rule. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** From {@code prefix_code} and {@code prefix_detail}. */
  static @Nullable Trouble trouble(ResultSet row, String prefix) throws SQLException {
    String code = row.getString(prefix + "_code");
    return code == null
        ? null
        : new Trouble(ErrorType.valueOf(code), text(row, prefix + "_detail"));
  }

  /** From {@code prefix_key}, {@code _offset}, {@code _length} and {@code _sha256}. */
  static @Nullable BlobRef blob(ResultSet row, String prefix) throws SQLException {
    String key = row.getString(prefix + "_key");
    return key == null ? null : stretch(row, key, prefix);
  }

  /** A stretch of the object {@code key}, from the other three columns. */
  static BlobRef stretch(ResultSet row, String key, String prefix) throws SQLException {
    return new BlobRef(
        key,
        row.getLong(prefix + "_offset"),
        row.getLong(prefix + "_length"),
        text(row, prefix + "_sha256"));
  }

  static @Nullable String code(@Nullable Trouble trouble) {
    return trouble == null ? null : trouble.type().name();
  }

  static @Nullable String detail(@Nullable Trouble trouble) {
    return trouble == null ? null : trouble.detail();
  }
}
