package dev.deckmill.converter.pool;

import java.util.Objects;

/** A child did not live to answer; the page gets another chance in a fresh one. */
public final class ChildEnded extends Exception {
  private static final long serialVersionUID = 1L;

  /** Who ended it. */
  public enum Cause {
    /** The parent, at the page's deadline. */
    DEADLINE,
    /** The page, the engine or the system. */
    CRASH,
    /** The parent, because the page is slow, others wait, and the slow lane is full. */
    SLOW
  }

  private final Cause why;
  private final String errorOutput;

  /**
   * @param detail for the page's owner
   */
  ChildEnded(Cause why, String detail) {
    this(why, detail, "");
  }

  /**
   * @param detail for the page's owner
   * @param errorOutput for the log alone
   */
  ChildEnded(Cause why, String detail, String errorOutput) {
    super(detail);
    this.why = Objects.requireNonNull(why, "why");
    this.errorOutput = Objects.requireNonNull(errorOutput, "errorOutput");
  }

  /** Who ended it. */
  public Cause why() {
    return why;
  }

  /**
   * The end of what the child wrote to its standard error while the page was in it, at most 8 kB:
   * stack traces without messages. Empty if there was none.
   */
  public String errorOutput() {
    return errorOutput;
  }
}
