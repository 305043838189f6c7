package dev.deckmill.allinone.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Keeps parts running until they are to end. */
public final class Supervisor {
  /** What becomes of the parts; called from their threads. */
  public interface Events {
    /** It can do its work, {@code took} after its start. */
    void ready(String name, long pid, Duration took);

    /** It ended unasked and is started again after {@code pause}. */
    void ended(String name, String how, Duration pause);
  }

  private final Guardian guardian;
  private final Events events;
  private final List<Supervised> all = new CopyOnWriteArrayList<>();

  public Supervisor(Guardian guardian, Events events) {
    this.guardian = guardian;
    this.events = events;
  }

  /** Starts a process without waiting for it. */
  public Supervised start(Launch launch) {
    return start(launch.guardedBy(guardian));
  }

  /** Starts a part without waiting for it. */
  public Supervised start(Part part) {
    return begin(new Supervised(part, true, events));
  }

  /** Starts a process without waiting for it at all: again and again, if it does not come up. */
  public Supervised startLater(Launch launch) {
    return begin(new Supervised(launch.guardedBy(guardian), false, events));
  }

  private Supervised begin(Supervised supervised) {
    all.add(supervised);
    Thread.ofPlatform().daemon().name("supervise-" + supervised.name()).start(supervised::run);
    return supervised;
  }

  /**
   * Waits until each is ready for the first time.
   *
   * @throws IOException if one does not come up
   */
  public static void awaitReady(Collection<Supervised> started)
      throws IOException, InterruptedException {
    for (Supervised each : started) {
      try {
        each.firstReady().get();
      } catch (CancellationException e) {
        throw new InterruptedException(each.name() + " was ended while it started");
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
      }
    }
  }

  /** All of them, in the order of their start. */
  public List<Supervised> all() {
    return List.copyOf(all);
  }

  /** Ends these, all at the same time, and waits for it. */
  public static void stop(Collection<Supervised> some) throws IOException {
    List<Callable<Void>> ends = some.stream().map(Supervisor::end).toList();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (Future<Void> end : threads.invokeAll(ends)) {
        end.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("A process could not be ended: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the processes ended");
    }
  }

  private static Callable<Void> end(Supervised each) {
    return () -> {
      each.stop();
      return null;
    };
  }
}
