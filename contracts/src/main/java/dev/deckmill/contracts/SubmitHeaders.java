package dev.deckmill.contracts;

/** Headers of a record on {@link Topics#JOB_SUBMIT} beside those of CloudEvents. */
public final class SubmitHeaders {
  /**
   * The sender's API key, from which the tenant comes. It never goes on to the dead letters, which
   * other people read.
   */
  public static final String KEY = "deckmill-key";

  /** The CloudEvents type of a submission. */
  public static final String TYPE = "dev.deckmill.job.submit.v1";

  private SubmitHeaders() {}
}
