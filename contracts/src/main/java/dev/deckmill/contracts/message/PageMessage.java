package dev.deckmill.contracts.message;

import org.jspecify.annotations.Nullable;

/** A message about one attempt at one page. */
public sealed interface PageMessage extends Message
    permits FetchPage,
        PageFetchStarted,
        PageFetched,
        PageFetchFailed,
        ConvertPage,
        PageStarted,
        PageSetAside,
        PageConverted,
        PageFailed,
        PreviewMessage {
  /** The page's number in its job, from 1. */
  int page();

  /** Which attempt at the page this is, from 1; those at fetching it are counted by themselves. */
  int attempt();

  /** The beginning of the attempt that this is the result of, if it was not reported before. */
  default @Nullable PageStarted started() {
    return null;
  }
}
