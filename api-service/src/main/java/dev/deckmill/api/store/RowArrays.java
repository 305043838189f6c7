package dev.deckmill.api.store;

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

  public RowArrays(Update statement, List<T> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  public RowArrays<T> text(String name, Function<T, @Nullable String> value) {
    return bind(name, String.class, value);
  }

  public RowArrays<T> integer(String name, Function<T, @Nullable Integer> value) {
    return bind(name, Integer.class, value);
  }

  public RowArrays<T> number(String name, Function<T, @Nullable Long> value) {
    return bind(name, Long.class, value);
  }

  public RowArrays<T> flag(String name, Function<T, Boolean> value) {
    return bind(name, Boolean.class, value);
  }

  public int execute() {
    return statement.execute();
  }

  private <V> RowArrays<T> bind(String name, Class<V> type, Function<T, @Nullable V> value) {
    // Not Stream.toList(): a value may be null.
    statement.bindArray(name, type, rows.stream().map(value).collect(Collectors.toList()));
    return this;
  }
}
