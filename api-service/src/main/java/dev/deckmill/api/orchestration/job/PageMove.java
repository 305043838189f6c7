package dev.deckmill.api.orchestration.job;

import dev.deckmill.contracts.message.PageConverted;
import dev.deckmill.contracts.message.PageFetched;
import java.time.Duration;

/** What an event does to a page. */
public sealed interface PageMove {
  /** The page afterwards. */
  PageProgress page();

  /** Nothing: the page is finished, or a later attempt is under way. */
  record Dropped(PageProgress page) implements PageMove {}

  /** An attempt has begun; its time runs from now. */
  record Begun(PageProgress page, PageEvent.Started start) implements PageMove {}

  /** The attempt is to begin once more, in its turn; its time does not run until then. */
  record SetAside(PageProgress page) implements PageMove {}

  /** The result is accepted: the first one is, whichever attempt it comes from. */
  record Finished(PageProgress page, PageConverted slide) implements PageMove {}

  /** It is being fetched; the attempt's time runs from now. */
  record Fetching(PageProgress page) implements PageMove {}

  /** Its bytes are there; now it waits to be converted. */
  record Arrived(PageProgress page, PageFetched fetched) implements PageMove {}

  /**
   * Another attempt at fetching is to be ordered.
   *
   * @param delay how long to wait before
   */
  record FetchAgain(PageProgress page, PageEvent.FetchFailed failure, Duration delay)
      implements PageMove {}

  /** It can't be fetched. */
  record NotFetched(PageProgress page, PageEvent.FetchFailed failure) implements PageMove {}

  /** The page is given up. */
  record GivenUp(PageProgress page, PageEvent.Failed failure) implements PageMove {}

  /**
   * Another attempt is to be ordered.
   *
   * @param page the page with that attempt
   * @param failure why
   * @param delay how long to wait before
   */
  record TryAgain(PageProgress page, PageEvent.Failed failure, Duration delay)
      implements PageMove {}
}
