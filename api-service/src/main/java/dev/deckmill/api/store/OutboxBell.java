package dev.deckmill.api.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.SimplePassword;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Rings when rows were added to the outbox: LISTEN on a connection of its own, beside the pool, to
 * which a connection that listens or is broken must not return. Used by one thread. Without a
 * connection it only waits, so that whoever waits for it looks again by the clock.
 */
@Singleton
public final class OutboxBell {
  /** What PostgreSQL shows of the connection. */
  static final String APPLICATION_NAME = "deckmill outbox bell";

  private static final Logger LOG = Logger.getLogger(OutboxBell.class);

  private final AgroalConnectionFactoryConfiguration database;
  private @Nullable Connection connection;

  OutboxBell(@DataSource("worker") AgroalDataSource dataSource) {
    this.database =
        dataSource
            .getConfiguration()
            .connectionPoolConfiguration()
            .connectionFactoryConfiguration();
  }

  /** Waits until it rings, and at most {@code time}; true if it rang. */
  public boolean await(Duration time) throws InterruptedException {
    try {
      PGNotification[] heard =
          listening().unwrap(PGConnection.class).getNotifications((int) time.toMillis());
      return heard != null && heard.length > 0;
    } catch (SQLException e) {
      LOG.warnf(
          "The outbox can't be listened to, it is looked at by the clock: %s", e.getMessage());
      hangUp();
      Thread.sleep(time);
      return false;
    }
  }

  private Connection listening() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = DriverManager.getConnection(database.jdbcUrl(), login());
      connection = open;
      try (Statement statement = open.createStatement()) {
        statement.execute("listen deckmill_outbox");
      }
    }
    return open;
  }

  private Properties login() {
    Properties login = new Properties();
    login.setProperty("ApplicationName", APPLICATION_NAME);
    login.setProperty("user", database.principal().getName());
    for (Object credential : database.credentials()) {
      if (credential instanceof SimplePassword password) {
        login.setProperty("password", password.getWord());
      }
    }
    return login;
  }

  /** Closes the connection; the next wait opens another. */
  public void hangUp() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debugf("The connection that listened was closed already: %s", e.getMessage());
      }
    }
  }
}
