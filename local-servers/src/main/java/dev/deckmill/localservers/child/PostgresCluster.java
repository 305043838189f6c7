package dev.deckmill.localservers.child;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of one PostgreSQL server, and its start and stop. */
final class PostgresCluster {
  private static final System.Logger LOG = System.getLogger(PostgresCluster.class.getName());

  private final Path programs;
  private final Path data;
  private final Path files;
  private final Account account;

  PostgresCluster(Path programs, Path data, Account account) {
    this.programs = programs;
    this.data = data;
    this.files = data.resolve("cluster");
    this.account = account;
  }

  /** Makes the files if there are none, then serves on {@code port} until this process ends. */
  void start(int port, String superuserPassword) throws IOException {
    if (!Files.exists(files.resolve("PG_VERSION"))) {
      create(superuserPassword);
    }
    endOrphan();
    Files.writeString(files.resolve("postgresql.conf"), settings(port));
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "postgres-shutdown"));
    Path log = data.resolve("server.log");
    account.run(program("pg_ctl"), "-D", files.toString(), "-l", log.toString(), "-w", "start");
  }

  private void create(String superuserPassword) throws IOException {
    // An initdb that was killed leaves files it will not touch again.
    PostgresBinaries.delete(files);
    Path password = Files.createTempFile(data, "superuser", null);
    try {
      Files.writeString(password, superuserPassword);
      account.run(
          program("initdb"),
          "--pgdata=" + files,
          "--username=postgres",
          "--pwfile=" + password,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale-provider=builtin",
          "--locale=C.UTF-8");
    } finally {
      Files.delete(password);
    }
  }

  private static String settings(int port) {
    return String.join(
        "\n",
        List.of(
            "# Written anew at each start.",
            "listen_addresses = '127.0.0.1'",
            "port = " + port,
            "unix_socket_directories = ''",
            "max_connections = 100",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "log_min_messages = warning",
            "jit = off",
            ""));
  }

  /** A killed launcher leaves its server running; the owner of the lock may end it. */
  private void endOrphan() throws IOException {
    Path pidFile = files.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    if (ProcessHandle.of(pid).filter(this::isOurServer).isPresent()) {
      account.run(program("pg_ctl"), "-D", files.toString(), "-m", "fast", "-w", "stop");
    } else {
      // After a restart of the machine the number may be somebody else's, and PostgreSQL would take
      // him for itself.
      Files.delete(pidFile);
    }
  }

  private boolean isOurServer(ProcessHandle process) {
    Optional<String[]> arguments = process.info().arguments();
    return arguments.isPresent() && List.of(arguments.get()).contains(files.toString());
  }

  private void stop() {
    if (!Files.exists(files.resolve("postmaster.pid"))) {
      return;
    }
    try {
      account.run(program("pg_ctl"), "-D", files.toString(), "-m", "fast", "-w", "stop");
    } catch (IOException e) {
      LOG.log(WARNING, "PostgreSQL was not stopped; the next start will end it", e);
    }
  }

  private String program(String name) {
    return programs.resolve("bin").resolve(name).toString();
  }
}
