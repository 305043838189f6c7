package dev.deckmill.service.sql;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Rows as arrays of their columns, so that one statement writes them all ({@code unnest}): a
 * statement a row costs client and server several times as much.
 */
public final class RowArrays<T> {
  private final Update statement;
  private final List<T> rows;

  /** Of the rows that one statement writes. */
  public RowArrays(Update statement, List<T> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  /** A column of text. */
  public RowArrays<T> text(String name, Function<T, @Nullable String> value) {
    return bind(name, String.class, value);
  }

  /** A column of numbers of 32 bits. */
  public RowArrays<T> integer(String name, Function<T, @Nullable Integer> value) {
    return bind(name, Integer.class, value);
  }

  /** A column of numbers of 64 bits. */
  public RowArrays<T> number(String name, Function<T, @Nullable Long> value) {
    return bind(name, Long.class, value);
  }

  /** A column of truth values. */
  public RowArrays<T> flag(String name, Function<T, Boolean> value) {
    return bind(name, Boolean.class, value);
  }

  /** Writes them all; how many rows it wrote. */
  public int execute() {
    return statement.execute();
  }

  private <V> RowArrays<T> bind(String name, Class<V> type, Function<T, @Nullable V> value) {
    // Not Stream.toList(): a value may be null.
    statement.bindArray(name, type, rows.stream().map(value).collect(Collectors.toList()));
    return this;
  }
}
