package dev.deckmill.allinone.local;

/** How long a set is meant to run, which decides how its JVMs are tuned. */
public enum Lifetime {
  /**
   * Minutes. The second compiler would never earn back what it costs, and takes half the start's
   * CPU time. Before JDK 25 such a run also leaves the archives that make later starts faster.
   */
  BRIEF,
  /** Until it is ended. */
  LASTING,
  /**
   * Until its services have done their work once. Tuned like one that lasts; its JVMs record what
   * {@link StartupPreparation} makes AOT caches of.
   */
  PREPARING
}
