package dev.deckmill.api.orchestration.job;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.PageConverted;
import dev.deckmill.contracts.message.PageFetched;
import dev.deckmill.contracts.part.PageFinding;
import org.jspecify.annotations.Nullable;

/** What can happen to an attempt at a page. */
public sealed interface PageEvent {
  /** The attempt it happened to, from 1. */
  int attempt();

  /**
   * A converter began.
   *
   * @param worker which one
   * @param queueWaitMillis how long the order waited
   */
  record Started(int attempt, String worker, long queueWaitMillis) implements PageEvent {}

  /** The attempt was broken off, because others waited, and is to begin once more. */
  record SetAside(int attempt) implements PageEvent {}

  /** The page has become a slide. */
  record Converted(PageConverted slide) implements PageEvent {
    @Override
    public int attempt() {
      return slide.attempt();
    }

    /** A viewer would miss something; the message has its warnings first, so one is among them. */
    boolean degraded() {
      return slide.findings().stream().anyMatch(PageFinding::warning);
    }
  }

  /**
   * The attempt came to nothing: reported by the converter, or found by the reaper.
   *
   * @param traceparent the attempt's span, if it is known
   */
  record Failed(int attempt, Trouble trouble, @Nullable String traceparent) implements PageEvent {}

  /** The page is being fetched. */
  record FetchStarted(int attempt) implements PageEvent {}

  /** The page's bytes are there. */
  record Fetched(PageFetched page) implements PageEvent {
    @Override
    public int attempt() {
      return page.attempt();
    }
  }

  /**
   * An attempt at fetching came to nothing.
   *
   * @param mayPass another one makes sense
   * @param traceparent the attempt's span, if it is known
   */
  record FetchFailed(int attempt, Trouble trouble, boolean mayPass, @Nullable String traceparent)
      implements PageEvent {}
}
