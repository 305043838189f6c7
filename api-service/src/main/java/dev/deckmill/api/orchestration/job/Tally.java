package dev.deckmill.api.orchestration.job;

/** How many pages of a job are in which state. */
public record Tally(
    int queued,
    int fetching,
    int converting,
    int succeeded,
    int degraded,
    int failed,
    int skipped,
    int cancelled) {
  /** No page at all. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  /** The tally of a job whose pages came with their bytes, and that was not cancelled. */
  public Tally(int queued, int converting, int succeeded, int degraded, int failed, int skipped) {
    this(queued, 0, converting, succeeded, degraded, failed, skipped, 0);
  }

  public int total() {
    return open() + finished();
  }

  /** Pages that are still to be finished. */
  public int open() {
    return queued + fetching + converting;
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

  /** Some page is open, and none has got as far as a converter. */
  boolean unconverted() {
    return open() > 0 && converting == 0 && slides() == 0;
  }

  /** No page was begun or finished. */
  boolean untouched() {
    return queued == total();
  }
}
