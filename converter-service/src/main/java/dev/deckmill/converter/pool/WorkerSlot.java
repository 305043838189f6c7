package dev.deckmill.converter.pool;

import dev.deckmill.converter.pool.PageWorkers.Freshness;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A slot for one child. */
final class WorkerSlot {
  private static final Logger LOG = Logger.getLogger(WorkerSlot.class);

  private final ChildStarts starts;
  private volatile @Nullable Child child;

  WorkerSlot(ChildStarts starts) {
    this.starts = starts;
  }

  /** Its child, which is started if there is none. */
  synchronized Child child(Freshness fresh) throws IOException, ChildEnded {
    if (fresh == Freshness.FRESH && used()) {
      clear();
    }
    Child current = child;
    if (current == null || !current.alive()) {
      clear();
      current = starts.start();
      child = current;
    }
    return current;
  }

  boolean alive() {
    Child current = child;
    return current != null && current.alive();
  }

  private boolean used() {
    Child current = child;
    return current != null && current.pages() > 0;
  }

  void kill() {
    Child current = child;
    if (current != null) {
      current.kill();
    }
  }

  /** Each gets what the other had, with the page that is at work in it. */
  synchronized void exchange(WorkerSlot other) {
    synchronized (other) {
      Child ours = child;
      child = other.child;
      other.child = ours;
    }
  }

  /** So that the next page finds a warm child. */
  synchronized void renewIfNeeded() {
    Child current = child;
    if (current != null && current.alive() && !starts.isWorn(current)) {
      return;
    }
    try {
      clear();
      if (!starts.closed()) {
        child(Freshness.ANY);
      }
    } catch (IOException | ChildEnded | RuntimeException e) {
      // The page that needs the slot next tries again, and fails if it can't either.
      LOG.errorf(e, "A converter process could not be started");
    }
  }

  synchronized void clear() throws IOException {
    Child current = child;
    child = null;
    if (current != null) {
      starts.end(current);
    }
  }
}
