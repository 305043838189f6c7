package dev.deckmill.api.job;

/** How many pages of a job are in which state. */
public record Tally(
    int queued,
    int converting,
    int succeeded,
    int degraded,
    int failed,
    int skipped,
    int cancelled) {
  /** No page at all. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  /** The tally of a job that was not cancelled. */
  public Tally(int queued, int converting, int succeeded, int degraded, int failed, int skipped) {
    this(queued, converting, succeeded, degraded, failed, skipped, 0);
  }

  public int total() {
    return open() + finished();
  }

  /** Pages that are still to be finished. */
  public int open() {
    return queued + converting;
  }

  /** Pages for which nothing more will happen. */
  public int finished() {
    return slides() + lost();
  }

  /** Pages that came to their end without becoming slides. */
  public int lost() {
    return failed + skipped + cancelled;
  }

  /** Pages that are slides. */
  public int slides() {
    return succeeded + degraded;
  }

  /** No page was begun or finished. */
  boolean untouched() {
    return queued == total();
  }
}
