package dev.deckmill.service.testing;

import dev.deckmill.localservers.LocalPostgres;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.localservers.ServersHome;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL for all test classes of a module: {@code @WithTestResource(TestPostgres.class)}.
 * The default data source is the app's, {@code owner} and {@code worker} are the others. It ends
 * with the JVM of the tests.
 */
public final class TestPostgres implements QuarkusTestResourceLifecycleManager {
  private static @Nullable LocalPostgres postgres;

  /** The server; starts it if need be. */
  public static synchronized LocalPostgres server() {
    if (postgres == null) {
      try {
        postgres = LocalPostgres.start(ServersHome.find(), TestDirectory.create("postgres"), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return postgres;
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    describe(config, "quarkus.datasource.", Role.APP);
    describe(config, "quarkus.datasource.owner.", Role.OWNER);
    describe(config, "quarkus.datasource.worker.", Role.WORKER);
    return config;
  }

  @Override
  public void stop() {
    // Other test classes, with another application, may still need it.
  }

  private static void describe(Map<String, String> config, String prefix, Role role) {
    config.put(prefix + "jdbc.url", server().jdbcUrl());
    config.put(prefix + "username", role.user());
    config.put(prefix + "password", server().password(role));
  }
}
