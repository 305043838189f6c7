package dev.deckmill.allinone.local;

/** How long a set is meant to run, which decides how its JVMs are tuned. */
public enum Lifetime {
  /**
   * Minutes. The second compiler would never earn back what it costs, and takes half the start's
   * CPU time. Such a run also leaves the archives that make later starts faster.
   */
  BRIEF,
  /** Until somebody ends it. */
  LASTING
}
