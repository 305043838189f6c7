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

  ChildEnded(Cause why, String detail) {
    super(detail);
    this.why = Objects.requireNonNull(why, "why");
  }

  /** Who ended it. */
  public Cause why() {
    return why;
  }
}
