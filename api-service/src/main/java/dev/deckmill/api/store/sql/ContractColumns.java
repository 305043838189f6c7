package dev.deckmill.api.store.sql;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads values of the contracts that lie in more than one column. */
public final class ContractColumns {
  private ContractColumns() {}

  /** From {@code prefix_code} and {@code prefix_detail}. */
  public static @Nullable Trouble trouble(ResultSet row, String prefix) throws SQLException {
    return trouble(row.getString(prefix + "_code"), row.getString(prefix + "_detail"));
  }

  /** From its two columns: null where there is no code. */
  public static @Nullable Trouble trouble(@Nullable String code, @Nullable String detail) {
    return code == null
        ? null
        : new Trouble(ErrorType.valueOf(code), Objects.requireNonNull(detail, "detail"));
  }

  /** From {@code prefix_key}, {@code _offset}, {@code _length} and {@code _sha256}. */
  public static @Nullable BlobRef blob(ResultSet row, String prefix) throws SQLException {
    String key = row.getString(prefix + "_key");
    return key == null ? null : stretch(row, key, prefix);
  }

  /** A stretch of the object {@code key}, from the other three columns. */
  public static BlobRef stretch(ResultSet row, String key, String prefix) throws SQLException {
    return new BlobRef(
        key,
        row.getLong(prefix + "_offset"),
        row.getLong(prefix + "_length"),
        Columns.text(row, prefix + "_sha256"));
  }

  public static @Nullable String code(@Nullable Trouble trouble) {
    return trouble == null ? null : trouble.type().name();
  }

  public static @Nullable String detail(@Nullable Trouble trouble) {
    return trouble == null ? null : trouble.detail();
  }
}
