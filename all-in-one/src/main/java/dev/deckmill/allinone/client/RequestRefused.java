package dev.deckmill.allinone.client;

import java.io.IOException;

/** Deckmill answered, and the answer was no. */
public final class RequestRefused extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Problem problem;

  RequestRefused(int status, Problem problem) {
    super(problem.text() + " (HTTP " + status + ")");
    this.status = status;
    this.problem = problem;
  }

  /** The HTTP status, 400 to 599. */
  public int status() {
    return status;
  }

  /** What it said. */
  public Problem problem() {
    return problem;
  }
}
