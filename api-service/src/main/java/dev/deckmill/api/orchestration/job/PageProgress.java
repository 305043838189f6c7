package dev.deckmill.api.orchestration.job;

/**
 * How far one page is.
 *
 * @param number its place in the job, from 1
 * @param attempt the attempt that was ordered last, from 1; 0 when none was
 * @param starts how often a converter reported that it began, in all attempts
 * @param crashes how many attempts ended their process or were never answered: at fetching it until
 *     its bytes are there, then at converting it
 * @param fetch the attempt at fetching it that was ordered last, from 1; 0 when its bytes are there
 */
public record PageProgress(
    int number, PageState state, int attempt, int starts, int crashes, int fetch) {
  /** A page whose bytes are there. */
  public PageProgress(int number, PageState state, int attempt, int starts, int crashes) {
    this(number, state, attempt, starts, crashes, 0);
  }

  /** A page for which nothing was ordered yet. */
  public static PageProgress fresh(int number) {
    return new PageProgress(number, PageState.QUEUED, 0, 0, 0);
  }

  /** The page with its next attempt ordered. */
  public PageProgress ordered() {
    return new PageProgress(number, PageState.QUEUED, attempt + 1, starts, crashes, fetch);
  }

  PageProgress withStart(PageState next) {
    return new PageProgress(number, next, attempt, starts + 1, crashes, fetch);
  }

  /** As if the present attempt had not begun. */
  PageProgress withoutStart() {
    return new PageProgress(number, PageState.QUEUED, attempt, starts - 1, crashes, fetch);
  }

  PageProgress in(PageState next) {
    return new PageProgress(number, next, attempt, starts, crashes, fetch);
  }

  PageProgress withCrash() {
    return new PageProgress(number, state, attempt, starts, crashes + 1, fetch);
  }

  /** It has to be fetched before anything else. */
  public boolean toBeFetched() {
    return fetch > 0;
  }

  /** The page with its next attempt at fetching ordered. */
  public PageProgress fetchOrdered() {
    return new PageProgress(number, PageState.QUEUED, attempt, starts, crashes, fetch + 1);
  }

  /** Its bytes are there; who fetched them says nothing of who will convert them. */
  PageProgress arrived() {
    return new PageProgress(number, PageState.QUEUED, attempt, starts, 0, 0);
  }
}
