package dev.deckmill.api.outbox;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.RolesConfig;
import dev.deckmill.api.store.outbox.OutboxBell;
import dev.deckmill.service.loop.BackgroundLoop;
import dev.deckmill.service.loop.BackgroundLoops;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the relay going on a thread of its own: at once while there is something to send, then
 * whenever the bell rings, and by the clock in case it was missed.
 */
@Singleton
final class RelayLoop {
  private static final Logger LOG = Logger.getLogger(RelayLoop.class);

  private final RolesConfig roles;
  private final Relay relay;
  private final OutboxBell bell;
  private final BackgroundLoops loops;
  private final Duration poll;
  private final Duration longestBatch;
  private @Nullable BackgroundLoop loop;

  RelayLoop(
      RolesConfig roles, Relay relay, OutboxBell bell, BackgroundLoops loops, ApiConfig config) {
    this.roles = roles;
    this.relay = relay;
    this.bell = bell;
    this.loops = loops;
    this.poll = config.relay().poll();
    this.longestBatch = config.relay().ackTimeout().plusSeconds(5);
  }

  void start(@Observes StartupEvent event) {
    if (roles.api()) {
      loop = loops.start("outbox-relay", poll, this::sendAndWait);
    }
  }

  /** A batch that is under way is finished: what the broker has is not sent again. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    BackgroundLoop running = loop;
    if (running == null) {
      return;
    }
    if (running.stop(longestBatch)) {
      bell.hangUp();
    } else {
      LOG.warn("The relay did not end in time; what it was sending will be sent again");
    }
  }

  private void sendAndWait(BackgroundLoop loop) throws InterruptedException {
    Relay.Round round = relay.sendBatch();
    if (round.kept() > 0) {
      loop.rest(poll);
    } else if (round.sent() == 0) {
      bell.await(poll);
    }
  }
}
