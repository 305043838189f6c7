package dev.deckmill.localservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.localservers.LocalPostgres.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalPostgresTest {
  @TempDir Path dataDir;

  @Test
  void keepsDataAndPasswordsAcrossARestartOnAnotherPort() throws Exception {
    String password;
    try (LocalPostgres postgres = LocalPostgres.start(ServersHome.find(), dataDir, 0)) {
      password = postgres.password(Role.APP);
      run(postgres, Role.OWNER, "CREATE TABLE api.kept AS SELECT 'before the restart' AS word");
    }
    try (LocalPostgres postgres = LocalPostgres.start(ServersHome.find(), dataDir, 0)) {
      assertThat(postgres.password(Role.APP)).isEqualTo(password);
      assertThat(ask(postgres, Role.APP, "SELECT word FROM api.kept"))
          .isEqualTo("before the restart");
    }
  }

  @Test
  void holdsTheAppButNotTheWorkerToRowLevelSecurity() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(ServersHome.find(), dataDir, 0)) {
      run(postgres, Role.OWNER, "CREATE TABLE api.secret AS SELECT 'of another tenant' AS word");
      run(postgres, Role.OWNER, "ALTER TABLE api.secret ENABLE ROW LEVEL SECURITY");

      String count = "SELECT count(*) FROM api.secret";
      assertThat(ask(postgres, Role.APP, count)).isEqualTo("0");
      assertThat(ask(postgres, Role.WORKER, count)).isEqualTo("1");
      assertThatThrownBy(() -> run(postgres, Role.APP, "CREATE TABLE api.mine ()"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void asksForThePassword() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(ServersHome.find(), dataDir, 0)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), Role.APP.user(), "guessed"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void survivesTheDeathOfItsParentAndOfItsLauncher() throws Exception {
    long launcher = OrphanMaker.startAndKill("postgres", dataDir);
    assertThat(OrphanMaker.ends(launcher)).isTrue();
    assertThat(dataDir.resolve("cluster/postmaster.pid")).doesNotExist();

    long server;
    try (LocalPostgres postgres = LocalPostgres.start(ServersHome.find(), dataDir, 0)) {
      server = serverPid();
      ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
      assertThat(postgres.onExit().get()).isNotZero();
    }
    assertThat(ProcessHandle.of(server)).as("the orphan").isPresent();
    try (LocalPostgres postgres = LocalPostgres.start(ServersHome.find(), dataDir, 0)) {
      assertThat(serverPid()).isNotEqualTo(server);
      assertThat(ask(postgres, Role.APP, "SELECT 'up again'")).isEqualTo("up again");
    }
  }

  @Test
  void isNotConfusedByThePidFileOfAnEarlierLifeOfTheMachine() throws Exception {
    LocalPostgres.start(ServersHome.find(), dataDir, 0).close();
    Files.writeString(
        dataDir.resolve("cluster/postmaster.pid"), ProcessHandle.current().pid() + "\n");
    try (LocalPostgres postgres = LocalPostgres.start(ServersHome.find(), dataDir, 0)) {
      assertThat(ask(postgres, Role.APP, "SELECT 'up again'")).isEqualTo("up again");
    }
  }

  private long serverPid() throws IOException {
    return Long.parseLong(Files.readAllLines(dataDir.resolve("cluster/postmaster.pid")).get(0));
  }

  private static void run(LocalPostgres postgres, Role role, String sql) throws SQLException {
    try (Connection connection = connect(postgres, role);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(LocalPostgres postgres, Role role, String sql) throws SQLException {
    try (Connection connection = connect(postgres, role);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(LocalPostgres postgres, Role role) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), role.user(), postgres.password(role));
  }
}
