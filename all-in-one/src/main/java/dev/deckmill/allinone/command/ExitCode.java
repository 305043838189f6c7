package dev.deckmill.allinone.command;

/** What the process ends with; scripts may rely on it. */
final class ExitCode {
  /** Done. */
  static final int OK = 0;

  /** The work was done, but a page, the job or its delivery failed. */
  static final int JOB_FAILED = 1;

  /** The command line is wrong, or names a file that is not there. */
  static final int USAGE = 2;

  /** Deckmill can't be reached, or refused the request. */
  static final int REFUSED = 3;

  /** Something on this machine is missing or does not start. */
  static final int SET_UP = 4;

  /** A fault of Deckmill's own. */
  static final int FAULT = 5;

  private ExitCode() {}
}
