package dev.deckmill.service.sql;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** One transaction, under way. */
public final class Tx {
  private static final Logger LOG = Logger.getLogger(Tx.class);

  private final Handle handle;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  /** The transaction that {@code handle} is in. */
  public Tx(Handle handle) {
    this.handle = handle;
  }

  /** Does {@code work} once all is committed; not at all if it isn't. */
  public void afterCommit(Runnable work) {
    afterCommit.add(work);
  }

  /**
   * Does {@code work} once all is committed and the connection given back: what may take its time,
   * or a transaction of its own. Should it fail, or the process end before, it is for the reaper to
   * find that it was not done.
   */
  public void afterwards(Runnable work) {
    afterwards.add(work);
  }

  /** For who ended the transaction: does what was left for when all is committed. */
  public void ended() {
    afterCommit.forEach(Runnable::run);
    doAfterwards();
  }

  private void doAfterwards() {
    for (Runnable work : afterwards) {
      try {
        work.run();
      } catch (RuntimeException e) {
        // The edge: the transaction itself has done what it was for.
        LOG.error("What was to follow on a transaction failed; the reaper has it done again", e);
      }
    }
  }

  /** For the packages that speak SQL. */
  public Handle handle() {
    return handle;
  }
}
