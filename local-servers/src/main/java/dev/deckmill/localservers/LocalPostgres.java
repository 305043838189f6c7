package dev.deckmill.localservers;

import dev.deckmill.localservers.child.PostgresMain;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/**
 * One PostgreSQL server, reachable from this machine alone, with database {@code deckmill} and the
 * roles and schemas of {@code deploy/postgres/roles.sql} in it.
 */
public final class LocalPostgres implements AutoCloseable {
  /** Who may log in. The passwords are made at the first start and kept beside the data. */
  public enum Role {
    /** May do everything; for backups and for looking around. */
    SUPERUSER("postgres"),
    /** Owns the schemas; Flyway's. */
    OWNER("deckmill_owner"),
    /** Under row-level security. */
    APP("deckmill_app"),
    /** Bypasses row-level security. */
    WORKER("deckmill_worker");

    private final String user;

    Role(String user) {
      this.user = user;
    }

    /** Its name in the database. */
    public String user() {
      return user;
    }
  }

  // Less than 192 MB runs out of memory while the binaries are unpacked.
  private static final List<String> FLAGS =
      List.of("-Xms16m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final ServerJvm jvm;
  private final int port;
  private final Properties passwords;

  private LocalPostgres(ServerJvm jvm, int port, Properties passwords) {
    this.jvm = jvm;
    this.port = port;
    this.passwords = passwords;
  }

  /**
   * Starts the server and waits until it serves.
   *
   * @param home the servers' jars, see {@link ServersHome#find}
   * @param dataDir where its data is kept; what an earlier run left there is taken up, on whatever
   *     port
   * @param port 1 to 65535, or 0 for a free one
   * @throws LocalServerException if it does not come up, with the end of its log
   */
  public static LocalPostgres start(Path home, Path dataDir, int port) throws IOException {
    return PortTries.start(
        port,
        () -> {
          ServerJvm jvm =
              ServerJvm.start(
                  "postgres",
                  home,
                  dataDir,
                  FLAGS,
                  PostgresMain.class,
                  List.of(home.toString(), dataDir.toString(), Integer.toString(port)));
          int bound = Integer.parseInt(jvm.started());
          return new LocalPostgres(jvm, bound, readPasswords(dataDir));
        });
  }

  /** Address of database {@code deckmill}, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/deckmill";
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** A role's password. */
  public String password(Role role) {
    return passwords.getProperty(role.user());
  }

  /** The process that started the server and stops it; the server itself is its child. */
  public long pid() {
    return jvm.pid();
  }

  /** Completes with the exit code when the process of {@link #pid} ends. */
  public CompletableFuture<Integer> onExit() {
    return jvm.onExit();
  }

  @Override
  public void close() throws IOException {
    jvm.close();
  }

  private static Properties readPasswords(Path dataDir) throws IOException {
    Properties passwords = new Properties();
    try (Reader file = Files.newBufferedReader(dataDir.resolve(PostgresMain.PASSWORDS))) {
      passwords.load(file);
    }
    return passwords;
  }
}
