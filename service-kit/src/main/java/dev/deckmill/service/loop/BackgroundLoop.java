package dev.deckmill.service.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A thread that repeats a step until it is stopped. A step that throws anything, an {@link Error}
 * too, is logged and counted, and repeated after a pause.
 */
public final class BackgroundLoop {
  /** After so many errors in a row, with no good step between, only a new process helps. */
  static final int ERRORS_TO_RESTART = 20;

  private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);

  private final String name;
  private final Duration pause;
  private final Step step;
  private final Runnable failed;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Instant lastGood;
  private final AtomicInteger errorsInRow = new AtomicInteger();

  /** What is repeated. It waits by itself until there is something to do. */
  @FunctionalInterface
  public interface Step {
    /**
     * One turn.
     *
     * @param loop to rest with
     * @throws InterruptedException if it is to end now
     */
    void run(BackgroundLoop loop) throws InterruptedException;
  }

  BackgroundLoop(String name, Duration pause, Step step, Runnable failed) {
    this.name = name;
    this.pause = pause;
    this.step = step;
    this.failed = failed;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::repeat);
  }

  void start() {
    thread.start();
  }

  /**
   * Lets the step that is under way come to its end, and starts no other.
   *
   * @param longest how long to wait for that
   * @return whether it ended in that time
   */
  public boolean stop(Duration longest) throws InterruptedException {
    stopping.countDown();
    return thread.join(longest);
  }

  /** Like {@link #stop}, but wakes the step from whatever it waits for. */
  public boolean interrupt(Duration longest) throws InterruptedException {
    stopping.countDown();
    thread.interrupt();
    return thread.join(longest);
  }

  /**
   * Waits in the step, and no longer when the loop is stopped.
   *
   * @return whether to go on
   */
  public boolean rest(Duration time) throws InterruptedException {
    return !stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void repeat() {
    while (!isStopping()) {
      try {
        step.run(this);
        lastGood = Instant.now();
        errorsInRow.set(0);
      } catch (InterruptedException e) {
        // Only interrupt() ends this thread so; a wait that a library broke off is a failure.
        if (!isStopping()) {
          failed(e);
        }
      } catch (Throwable e) {
        // The edge of the thread: uncaught, it would end the loop, and nothing starts it again.
        failed(e);
      }
    }
  }

  private void failed(Throwable failure) {
    errorsInRow.updateAndGet(before -> failure instanceof Error ? before + 1 : 0);
    try {
      LOG.errorf(failure, "A step of %s failed; it is tried again in %s", name, pause);
      failed.run();
    } catch (RuntimeException | Error e) {
      // No memory to log or count with, likely. The loop goes on, and after the pause, or it would
      // spin.
      errorsInRow.incrementAndGet();
    }
    pause();
  }

  /** Ends early when the loop is stopped or interrupted; {@link #repeat} looks which it was. */
  private void pause() {
    try {
      boolean ignored = rest(pause);
    } catch (InterruptedException e) {
      LOG.debugf("%s was interrupted while it paused", name);
    }
  }

  String name() {
    return name;
  }

  /** When a step last came to its end; null if none has. */
  @Nullable Instant lastGood() {
    return lastGood;
  }

  /** Whether it does its work, or will by itself once what it needs is back. */
  boolean isAlive() {
    return (isStopping() || thread.isAlive()) && errorsInRow.get() < ERRORS_TO_RESTART;
  }
}
