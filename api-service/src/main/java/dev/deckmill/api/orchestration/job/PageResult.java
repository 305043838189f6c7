package dev.deckmill.api.orchestration.job;

import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.FetchPage;
import dev.deckmill.contracts.message.PageConverted;
import dev.deckmill.contracts.message.PageFailed;
import dev.deckmill.contracts.message.PageFetchFailed;
import dev.deckmill.contracts.message.PageFetchStarted;
import dev.deckmill.contracts.message.PageFetched;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.contracts.message.PageSetAside;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.contracts.message.PreviewMessage;
import java.util.List;

/**
 * What became known of a page of a job: a consumer makes it of a worker's message, the reaper and
 * the relay of what they found out themselves.
 *
 * @param tenant whose job the page is said to belong to
 * @param page its number, from 1
 * @param event what happened to it
 */
public record PageResult(String jobId, String tenant, int page, PageEvent event) {
  /** What happened to a page of a known job. */
  public static PageResult of(Job job, int page, PageEvent event) {
    return new PageResult(job.id(), job.tenant(), page, event);
  }

  /**
   * What a message reports, in order: the result of a quick page includes its beginning.
   *
   * @throws IllegalArgumentException if it is an order and reports nothing
   */
  public static List<PageResult> of(PageMessage message) {
    PageStarted started = message.started();
    return started == null
        ? List.of(of(message, event(message)))
        : List.of(of(started, event(started)), of(message, event(message)));
  }

  private static PageResult of(PageMessage message, PageEvent event) {
    return new PageResult(message.jobId(), message.tenant(), message.page(), event);
  }

  private static PageEvent event(PageMessage message) {
    return switch (message) {
      case PageStarted m -> new PageEvent.Started(m.attempt(), m.worker(), m.queueWaitMillis());
      case PageSetAside m -> new PageEvent.SetAside(m.attempt());
      case PageConverted m -> new PageEvent.Converted(m);
      case PageFailed m -> new PageEvent.Failed(m.attempt(), m.trouble(), m.traceparent());
      case PageFetchStarted m -> new PageEvent.FetchStarted(m.attempt());
      case PageFetched m -> new PageEvent.Fetched(m);
      case PageFetchFailed m ->
          new PageEvent.FetchFailed(m.attempt(), m.trouble(), m.mayPass(), m.traceparent());
      case FetchPage m -> throw new IllegalArgumentException("an order is not a result");
      case PreviewMessage m -> throw new IllegalArgumentException("a preview moves no page");
      case ConvertPage m -> throw new IllegalArgumentException("an order is not a result");
    };
  }
}
