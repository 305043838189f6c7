package dev.deckmill.api.outbox;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.RolesConfig;
import dev.deckmill.api.store.OutboxBell;
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
final class RelayLoop implements Runnable {
  private static final Logger LOG = Logger.getLogger(RelayLoop.class);

  private final RolesConfig roles;
  private final Relay relay;
  private final OutboxBell bell;
  private final Duration poll;
  private final Duration longestBatch;
  private volatile boolean stopping;
  private @Nullable Thread thread;

  RelayLoop(RolesConfig roles, Relay relay, OutboxBell bell, ApiConfig config) {
    this.roles = roles;
    this.relay = relay;
    this.bell = bell;
    this.poll = config.relay().poll();
    this.longestBatch = config.relay().ackTimeout().plusSeconds(5);
  }

  void start(@Observes StartupEvent event) {
    if (roles.api()) {
      thread = Thread.ofPlatform().name("outbox-relay").start(this);
    }
  }

  /** A batch that is under way is finished: what the broker has is not sent again. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    Thread running = thread;
    if (running != null && !running.join(longestBatch)) {
      LOG.warn("The relay did not end in time; what it was sending will be sent again");
    }
  }

  @Override
  public void run() {
    while (!stopping) {
      try {
        sendAndWait();
      } catch (InterruptedException e) {
        stopping = true;
      } catch (RuntimeException e) {
        rest(e);
      }
    }
    bell.hangUp();
  }

  private void sendAndWait() throws InterruptedException {
    Relay.Round round = relay.sendBatch();
    if (round.kept() > 0) {
      Thread.sleep(poll);
    } else if (round.sent() == 0) {
      bell.await(poll);
    }
  }

  /** The edge of the thread: whatever failed, the rows are still there. */
  private void rest(RuntimeException e) {
    LOG.errorf(e, "The outbox could not be sent; trying again in %s", poll);
    try {
      Thread.sleep(poll);
    } catch (InterruptedException stop) {
      stopping = true;
    }
  }
}
