package dev.deckmill.api.orchestration.reaper;

/** What the reaper does about one kind of thing that nobody else will come back to. */
interface Sweep {
  /** First of all, so that pages of jobs that are over are not tried again. */
  int LATE_JOBS = 2;

  /** Before what follows from pages. */
  int OVERDUE_PAGES = 1;

  /**
   * Attends to some.
   *
   * @return how many it ended or renewed, so that the next turn finds others; 0 when none is left
   */
  int attend();
}
