package dev.deckmill.service.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final BackgroundLoops loops = new BackgroundLoops(meters);

  @AfterEach
  void stop() throws InterruptedException {
    for (BackgroundLoop loop : loops.all()) {
      assertThat(loop.interrupt(LONG)).as(loop.name()).isTrue();
    }
  }

  @Test
  void goesOnAfterAnError() throws Exception {
    AtomicInteger turns = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(1);
    loops.start(
        "test-loop",
        Duration.ZERO,
        loop -> {
          switch (turns.incrementAndGet()) {
            case 1 -> throw new StackOverflowError("first");
            case 2 -> throw new IllegalStateException("second");
            default -> {
              third.countDown();
              rest(loop);
            }
          }
        });

    assertThat(third.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(meters.get("deckmill.loop.failures").tag("loop", "test-loop").counter().count())
        .isEqualTo(2);
    assertThat(health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isNotAliveWhenNothingButErrorsCome() throws Exception {
    CountDownLatch enough = new CountDownLatch(BackgroundLoop.ERRORS_TO_RESTART + 1);
    loops.start(
        "broken-loop",
        Duration.ZERO,
        loop -> {
          enough.countDown();
          throw new NoClassDefFoundError("for good");
        });

    assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health().getData().orElseThrow()).containsEntry("broken-loop", "ended");
  }

  @Test
  void pausesAfterAFailureThatCannotBeLogged() {
    AtomicInteger turns = new AtomicInteger();
    AtomicReference<Thread> thread = new AtomicReference<>();
    Logger logger = Logger.getLogger(BackgroundLoop.class.getName());
    Handler full = new OutOfMemory();
    logger.addHandler(full);
    try {
      loops.start(
          "silent-loop",
          LONG,
          loop -> {
            thread.set(Thread.currentThread());
            turns.incrementAndGet();
            throw new IllegalStateException("nobody will read this");
          });

      await().until(() -> thread.get() != null && isWaiting(thread.get()));
      assertThat(turns).hasValue(1);
    } finally {
      logger.removeHandler(full);
    }
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  /** A log that takes no record, as when there is no memory left to write one with. */
  private static final class OutOfMemory extends Handler {
    @Override
    public void publish(LogRecord record) {
      throw new OutOfMemoryError("nothing left to log with");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void isAliveWhileWhatItNeedsIsAway() throws Exception {
    CountDownLatch enough = new CountDownLatch(BackgroundLoop.ERRORS_TO_RESTART * 2);
    loops.start(
        "waiting-loop",
        Duration.ZERO,
        loop -> {
          enough.countDown();
          throw new IllegalStateException("the database is away");
        });

    assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void stopsBetweenTwoSteps() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    BackgroundLoop loop =
        loops.start(
            "stopped-loop",
            Duration.ZERO,
            self -> {
              begun.countDown();
              rest(self);
              ended.incrementAndGet();
            });

    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(loop.stop(LONG)).isTrue();
    assertThat(ended).hasValue(1);
  }

  @Test
  void repeatsItsWorkByTheClock() throws Exception {
    CountDownLatch thrice = new CountDownLatch(3);
    loops.startEvery("clocked-loop", Duration.ofMillis(1), thrice::countDown);

    assertThat(thrice.await(1, TimeUnit.MINUTES)).isTrue();
  }

  private static void rest(BackgroundLoop loop) throws InterruptedException {
    assertThat(loop.rest(LONG)).as("it was not stopped").isFalse();
  }

  private HealthCheckResponse health() {
    return new LoopsLiveness(loops).call();
  }
}
