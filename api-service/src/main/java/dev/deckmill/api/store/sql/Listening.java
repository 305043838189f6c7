package dev.deckmill.api.store.sql;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.SimplePassword;
import jakarta.inject.Provider;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * LISTEN on a connection of its own, beside the pool, to which a connection that listens or is
 * broken must not return. Used by one thread.
 */
public final class Listening {
  private static final Logger LOG = Logger.getLogger(Listening.class);

  private final Provider<AgroalDataSource> dataSource;
  private final String channel;
  private final String applicationName;
  private @Nullable Connection connection;

  /**
   * What was notified.
   *
   * @param payloads what was called out
   * @param sure nothing else was: false when nobody had been listening for a time
   */
  public record Notified(Set<String> payloads, boolean sure) {}

  /**
   * @param applicationName what PostgreSQL shows of the connection
   */
  public Listening(Provider<AgroalDataSource> dataSource, String channel, String applicationName) {
    this.dataSource = dataSource;
    this.channel = channel;
    this.applicationName = applicationName;
  }

  /** Waits until something is called out, and at most {@code time}. */
  public Notified await(Duration time) throws InterruptedException {
    try {
      boolean sure = connection != null;
      PGConnection listening = listening().unwrap(PGConnection.class);
      // Who has only begun to listen looks at once: what was called out before is lost.
      int wait = sure ? Math.toIntExact(time.toMillis()) : 1;
      return new Notified(payloads(listening.getNotifications(wait)), sure);
    } catch (SQLException e) {
      LOG.warnf(
          "%s can't be listened to, it is looked at by the clock: %s", channel, e.getMessage());
      hangUp();
      Thread.sleep(time);
      return new Notified(Set.of(), false);
    }
  }

  private static Set<String> payloads(PGNotification @Nullable [] notified) {
    return notified == null
        ? Set.of()
        : Stream.of(notified).map(PGNotification::getParameter).collect(Collectors.toSet());
  }

  private Connection listening() throws SQLException {
    Connection open = connection;
    if (open == null) {
      AgroalConnectionFactoryConfiguration database =
          dataSource
              .get()
              .getConfiguration()
              .connectionPoolConfiguration()
              .connectionFactoryConfiguration();
      open = DriverManager.getConnection(database.jdbcUrl(), login(database));
      connection = open;
      try (Statement statement = open.createStatement()) {
        statement.execute("listen " + channel);
      }
    }
    return open;
  }

  private Properties login(AgroalConnectionFactoryConfiguration database) {
    Properties login = new Properties();
    login.setProperty("ApplicationName", applicationName);
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
