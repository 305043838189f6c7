package dev.deckmill.allinone.process;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One part that is to be there: started, watched, and started again when it dies.
 *
 * <p>A thread of its own runs {@link #run}. If the first start of a part that has to start fails,
 * those who wait for it get the failure, and it is over; after any other end it is reported and
 * started again.
 */
public final class Supervised {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Part part;
  private final boolean hasToStart;
  private final Supervisor.Events events;
  private final Backoff backoff = new Backoff();
  private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
  private final CountDownLatch endWanted = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Part.@Nullable Running current;

  /**
   * @param hasToStart its first start ends it if it fails
   */
  Supervised(Part part, boolean hasToStart, Supervisor.Events events) {
    this.part = part;
    this.hasToStart = hasToStart;
    this.events = events;
  }

  /** Its name. */
  public String name() {
    return part.name();
  }

  /** The process that runs now, if one does. */
  public OptionalLong pid() {
    Part.Running running = current;
    return running != null && running.alive()
        ? OptionalLong.of(running.pid())
        : OptionalLong.empty();
  }

  /** Completes when it is ready for the first time, with the time it took. */
  CompletableFuture<Duration> firstReady() {
    return firstReady;
  }

  void run() {
    try {
      while (!ending()) {
        live();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      firstReady.cancel(false);
      over.countDown();
    }
  }

  /** One life and the pause after it. */
  private void live() throws InterruptedException {
    long began = System.nanoTime();
    String end;
    try {
      Part.Running running = part.start();
      current = running;
      end = watch(running, began);
    } catch (IOException e) {
      firstReady.completeExceptionally(e);
      end = String.valueOf(e.getMessage());
    }
    if (hasToStart && firstReady.isCompletedExceptionally()) {
      endWanted.countDown();
    }
    if (!ending()) {
      pause(end, since(began));
    }
  }

  /** Waits before the next life, unless the end is wanted meanwhile. */
  private void pause(String end, Duration life) throws InterruptedException {
    Duration pause = backoff.after(life);
    events.ended(name(), end, pause);
    boolean ignored = endWanted.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private String watch(Part.Running running, long began) throws IOException, InterruptedException {
    if (awaitReady(running, began)) {
      Duration took = since(began);
      firstReady.complete(took);
      events.ready(name(), running.pid(), took);
    }
    if (ending()) {
      // The end was wanted before there was anything to end.
      running.stop();
    }
    int code = running.waitFor();
    if (!ending() && !firstReady.isDone()) {
      throw new StartFailed(name(), "it ended with exit code " + code, running.lastWords());
    }
    return "exit code " + code;
  }

  private boolean awaitReady(Part.Running running, long began)
      throws IOException, InterruptedException {
    while (running.alive() && !ending()) {
      if (running.ready()) {
        return true;
      }
      if (!firstReady.isDone() && since(began).compareTo(PATIENCE) > 0) {
        running.stop();
        throw new StartFailed(
            name(), "it is not ready after " + PATIENCE.toSeconds() + " s", running.lastWords());
      }
      Thread.sleep(POLL);
    }
    return false;
  }

  private boolean ending() {
    return endWanted.getCount() == 0;
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  /** Ends it for good and waits for that. */
  void stop() throws IOException, InterruptedException {
    endWanted.countDown();
    Part.Running running = current;
    if (running != null) {
      running.stop();
    }
    over.await();
  }
}
