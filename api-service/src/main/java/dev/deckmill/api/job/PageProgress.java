package dev.deckmill.api.job;

/**
 * How far one page is.
 *
 * @param number its place in the job, from 1
 * @param attempt the attempt that was ordered last, from 1; 0 when none was
 * @param starts how often a converter told that it began, in all attempts
 * @param crashes how many attempts took their process with them or were never heard of again
 */
public record PageProgress(int number, PageState state, int attempt, int starts, int crashes) {
  /** A page for which nothing was ordered yet. */
  public static PageProgress fresh(int number) {
    return new PageProgress(number, PageState.QUEUED, 0, 0, 0);
  }

  /** The page with its next attempt ordered. */
  public PageProgress ordered() {
    return new PageProgress(number, PageState.QUEUED, attempt + 1, starts, crashes);
  }

  PageProgress withStart(PageState next) {
    return new PageProgress(number, next, attempt, starts + 1, crashes);
  }

  PageProgress in(PageState next) {
    return new PageProgress(number, next, attempt, starts, crashes);
  }

  PageProgress withCrash() {
    return new PageProgress(number, state, attempt, starts, crashes + 1);
  }
}
