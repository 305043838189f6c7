package dev.deckmill.service.sql;

import jakarta.inject.Provider;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Jdbi as it is used here. */
public final class JdbiSetup {
  private record Ended<T>(Tx tx, T result) {}

  private JdbiSetup() {}

  /** The source is asked for with the first connection: a process that fetches alone has none. */
  public static Jdbi on(Provider<? extends DataSource> dataSource) {
    return Jdbi.create(() -> dataSource.get().getConnection())
        .registerArrayType(String.class, "text")
        .registerArrayType(Integer.class, "int4")
        .registerArrayType(Long.class, "int8");
  }

  /** Does {@code work} in a transaction, and then what it has left for afterwards. */
  public static <T> T inTransaction(Jdbi jdbi, Function<Tx, T> work) {
    Ended<T> ended =
        jdbi.inTransaction(
            handle -> {
              Tx tx = new Tx(handle);
              return new Ended<>(tx, work.apply(tx));
            });
    ended.tx().ended();
    return ended.result();
  }
}
