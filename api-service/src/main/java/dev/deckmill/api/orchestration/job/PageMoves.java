package dev.deckmill.api.orchestration.job;

import dev.deckmill.contracts.ErrorType.Course;

/** How events move a page: a pure function. */
public final class PageMoves {
  private final RetryPolicy retries;

  public PageMoves(RetryPolicy retries) {
    this.retries = retries;
  }

  /**
   * What {@code event} does to {@code page}.
   *
   * @param jitter from 0 to 1, spreads the waits before other attempts
   */
  public PageMove apply(PageProgress page, PageEvent event, double jitter) {
    if (page.state().finished()) {
      return new PageMove.Dropped(page);
    }
    return switch (event) {
      case PageEvent.Started started -> started(page, started);
      case PageEvent.SetAside aside ->
          aside.attempt() < page.attempt() || page.state() != PageState.CONVERTING
              ? new PageMove.Dropped(page)
              : new PageMove.SetAside(page.withoutStart());
      case PageEvent.Converted converted ->
          new PageMove.Finished(
              page.in(converted.degraded() ? PageState.DEGRADED : PageState.SUCCEEDED),
              converted.slide());
      case PageEvent.Failed failed -> failed(page, failed, jitter);
      case PageEvent.FetchStarted started ->
          started.attempt() < page.fetch() || !page.toBeFetched()
              ? new PageMove.Dropped(page)
              : new PageMove.Fetching(page.in(PageState.FETCHING));
      case PageEvent.Fetched fetched ->
          page.toBeFetched()
              ? new PageMove.Arrived(page.arrived(), fetched.page())
              : new PageMove.Dropped(page);
      case PageEvent.FetchFailed failed -> fetchFailed(page, failed, jitter);
    };
  }

  /** A stale attempt's start is counted, because it did happen, but moves nothing. */
  private static PageMove started(PageProgress page, PageEvent.Started event) {
    if (event.attempt() < page.attempt()) {
      return new PageMove.Dropped(page.withStart(page.state()));
    }
    return new PageMove.Begun(page.withStart(PageState.CONVERTING), event);
  }

  private PageMove fetchFailed(PageProgress page, PageEvent.FetchFailed event, double jitter) {
    if (event.attempt() < page.fetch() || !page.toBeFetched()) {
      return new PageMove.Dropped(page);
    }
    boolean crash = event.trouble().type().course() == Course.CRASH;
    PageProgress after = crash ? page.withCrash() : page;
    Course course = crash ? Course.CRASH : Course.TRANSIENT;
    if (!event.mayPass() || !retries.allowsAnotherFetch(after, course)) {
      return new PageMove.NotFetched(after.in(PageState.FAILED), event);
    }
    return new PageMove.FetchAgain(
        after.fetchOrdered(), event, retries.delayAfter(page.fetch(), course, jitter));
  }

  private PageMove failed(PageProgress page, PageEvent.Failed event, double jitter) {
    if (event.attempt() < page.attempt()) {
      return new PageMove.Dropped(page);
    }
    Course course = event.trouble().type().course();
    PageProgress after = course == Course.CRASH ? page.withCrash() : page;
    if (!retries.allowsAnother(after, course)) {
      return new PageMove.GivenUp(after.in(PageState.FAILED), event);
    }
    return new PageMove.TryAgain(
        after.ordered(), event, retries.delayAfter(page.attempt(), course, jitter));
  }
}
