package dev.deckmill.allinone.local;

import dev.deckmill.allinone.process.Part;
import dev.deckmill.localservers.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database server; started again, it comes back at the same address. */
final class PostgresPart implements Part, Database {
  private final Path jars;
  private final Path directory;
  private final int port;
  private volatile @Nullable LocalPostgres server;

  PostgresPart(Path jars, Path directory, int port) {
    this.jars = jars;
    this.directory = directory;
    this.port = port;
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public Running start() throws IOException {
    LocalPostgres started = LocalPostgres.start(jars, directory, port);
    server = started;
    return new ServerLife(started::close, started.pid(), started.onExit());
  }

  @Override
  public String jdbcUrl() {
    return started().jdbcUrl();
  }

  @Override
  public String password(LocalPostgres.Role role) {
    return started().password(role);
  }

  private LocalPostgres started() {
    LocalPostgres current = server;
    if (current == null) {
      throw new IllegalStateException("PostgreSQL was never started");
    }
    return current;
  }
}
