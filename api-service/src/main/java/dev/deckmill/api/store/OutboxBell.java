package dev.deckmill.api.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Rings when rows were added to the outbox: LISTEN on a connection of its own. Used by one thread.
 * Without a connection it only waits, so that whoever waits for it looks again by the clock.
 */
@Singleton
public final class OutboxBell {
  private static final Logger LOG = Logger.getLogger(OutboxBell.class);

  private final AgroalDataSource dataSource;
  private @Nullable Connection connection;

  OutboxBell(@DataSource("worker") AgroalDataSource dataSource) {
    this.dataSource = dataSource;
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
      open = dataSource.getConnection();
      connection = open;
      try (Statement statement = open.createStatement()) {
        statement.execute("listen deckmill_outbox");
      }
    }
    return open;
  }

  @PreDestroy
  void hangUp() {
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
