package dev.deckmill.contracts.message;

/** A message about one attempt at one page. */
public sealed interface PageMessage extends Message
    permits ConvertPage, PageStarted, PageConverted, PageFailed {
  /** The page's number in its job, from 1. */
  int page();

  /** Which attempt at the page this is, from 1. */
  int attempt();
}
