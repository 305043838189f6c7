package dev.deckmill.api.store;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Jdbi as it is used here. */
final class JdbiSetup {
  private JdbiSetup() {}

  static Jdbi on(DataSource dataSource) {
    return Jdbi.create(dataSource)
        .registerArrayType(String.class, "text")
        .registerArrayType(Integer.class, "int4")
        .registerArrayType(Long.class, "int8");
  }
}
