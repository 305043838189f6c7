package dev.deckmill.service.sql;

import jakarta.inject.Provider;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;

/** A database, in transactions. */
public class Transactions {
  private final Jdbi jdbi;

  /** Of the data source that {@code dataSource} gives, asked with the first transaction. */
  protected Transactions(Provider<? extends DataSource> dataSource) {
    this.jdbi = JdbiSetup.on(dataSource);
  }

  /** Does {@code work} in a transaction. */
  public <T> T inTransaction(Function<Tx, T> work) {
    return JdbiSetup.inTransaction(jdbi, work);
  }

  /** Does {@code work} in a transaction. */
  public void useTransaction(Consumer<Tx> work) {
    inTransaction(
        tx -> {
          work.accept(tx);
          return tx;
        });
  }

  /** Does {@code work} in a transaction none of whose statements may take longer than that. */
  public void useTransaction(Duration longestStatement, Consumer<Tx> work) {
    try {
      useTransaction(
          tx -> {
            tx.handle()
                .createQuery("select set_config('statement_timeout', :millis, true)")
                .bind("millis", Long.toString(longestStatement.toMillis()))
                .mapTo(String.class)
                .one();
            work.accept(tx);
          });
    } catch (ConnectionException e) {
      throw new DatabaseUnreachableException(e);
    }
  }
}
