package dev.deckmill.service.sql;

import jakarta.inject.Provider;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Jdbi as it is used here. */
public final class JdbiSetup {
  private JdbiSetup() {}

  /** The source is asked for with the first connection: a process that fetches alone has none. */
  public static Jdbi on(Provider<? extends DataSource> dataSource) {
    return Jdbi.create(() -> dataSource.get().getConnection())
        .registerArrayType(String.class, "text")
        .registerArrayType(Integer.class, "int4")
        .registerArrayType(Long.class, "int8");
  }
}
