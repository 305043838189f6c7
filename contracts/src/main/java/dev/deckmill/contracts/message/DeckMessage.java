package dev.deckmill.contracts.message;

import org.jspecify.annotations.Nullable;

/** A message about the deck of a job. */
public sealed interface DeckMessage extends Message
    permits PackageDeck,
        DeckPackaged,
        DeckPackageFailed,
        UploadDeck,
        DeckUploadProgressed,
        DeckUploaded,
        DeckUploadFailed {
  /** The first run of a job. */
  int FIRST_RUN = 1;

  /**
   * Which run of the job it belongs to: an answer to an order of an earlier run comes too late.
   * Null, as senders have it that know no runs, is the first.
   */
  @Nullable Integer run();

  /** Whether it belongs to this run, from 1. */
  default boolean isOfRun(int number) {
    Integer mine = run();
    return number == (mine == null ? FIRST_RUN : mine);
  }
}
