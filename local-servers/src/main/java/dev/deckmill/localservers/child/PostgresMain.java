package dev.deckmill.localservers.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Runs PostgreSQL. Arguments: the servers' jars, data directory, port (0: a free one). */
public final class PostgresMain {
  /** The file in the data directory with each role's password. */
  public static final String PASSWORDS = "passwords.properties";

  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "deckmill";

  /** Each role that {@code roles.sql} makes, without the common beginning of their names. */
  private static final List<String> ROLES = List.of("owner", "app", "worker");

  private PostgresMain() {}

  /** Called by {@code LocalPostgres} in a process of its own. */
  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    Path data = Path.of(args[1]);
    int wanted = Integer.parseInt(args[2]);
    ParentLink parent =
        ParentLink.open(
            words -> {
              throw new IOException("PostgreSQL takes no commands here");
            });
    try {
      DataDirectory.lock(data);
      int port = wanted == 0 ? FreePorts.one() : wanted;
      Properties passwords = passwords(data.resolve(PASSWORDS));
      Path programs = PostgresBinaries.unpackInto(Files.isWritable(home) ? home : data);
      new PostgresCluster(programs, data, Account.find())
          .start(port, passwords.getProperty(SUPERUSER));
      prepareDatabase(port, passwords);
      parent.ok(Integer.toString(port));
    } catch (IOException | SQLException | RuntimeException e) {
      parent.error(e);
      System.exit(1);
    }
  }

  private static Properties passwords(Path file) throws IOException {
    Properties passwords = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        passwords.load(in);
      }
      return passwords;
    }
    SecureRandom random = new SecureRandom();
    passwords.setProperty(SUPERUSER, password(random));
    ROLES.forEach(role -> passwords.setProperty("deckmill_" + role, password(random)));
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer out = Files.newBufferedWriter(file)) {
      passwords.store(out, null);
    }
    return passwords;
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void prepareDatabase(int port, Properties passwords)
      throws IOException, SQLException {
    try (Connection connection = connect(port, "postgres", passwords);
        Statement statement = connection.createStatement()) {
      if (!exists(statement)) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
    try (Connection connection = connect(port, DATABASE, passwords);
        Statement statement = connection.createStatement()) {
      for (String role : ROLES) {
        setForSession(
            connection,
            "deckmill." + role + "_password",
            passwords.getProperty("deckmill_" + role));
      }
      statement.execute(rolesScript());
    }
  }

  private static Connection connect(int port, String database, Properties passwords)
      throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
        SUPERUSER,
        passwords.getProperty(SUPERUSER));
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
      return found.next();
    }
  }

  private static void setForSession(Connection connection, String setting, String value)
      throws SQLException {
    try (PreparedStatement set = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
      set.setString(1, setting);
      set.setString(2, value);
      set.execute();
    }
  }

  private static String rolesScript() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(PostgresMain.class.getResourceAsStream("roles.sql"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
