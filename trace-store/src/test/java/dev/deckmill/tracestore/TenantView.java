package dev.deckmill.tracestore;

import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.sql.JdbiSetup;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.service.testing.TestPostgres;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;

/** The database as one tenant sees it. */
public final class TenantView {
  private TenantView() {}

  /** Asks as {@code tenant}, under row-level security. */
  public static <T> T as(String tenant, Function<Tx, T> question) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(TestPostgres.server().jdbcUrl());
    source.setUser(Role.APP.user());
    source.setPassword(TestPostgres.server().password(Role.APP));
    return JdbiSetup.on(() -> source)
        .inTransaction(
            handle -> {
              handle
                  .createQuery("select set_config('deckmill.tenant', :tenant, true)")
                  .bind("tenant", tenant)
                  .mapTo(String.class)
                  .one();
              return question.apply(new Tx(handle));
            });
  }
}
