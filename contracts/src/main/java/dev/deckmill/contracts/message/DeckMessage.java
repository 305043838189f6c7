package dev.deckmill.contracts.message;

/** A message about the deck of a job. */
public sealed interface DeckMessage extends Message
    permits PackageDeck,
        DeckPackaged,
        DeckPackageFailed,
        UploadDeck,
        DeckUploaded,
        DeckUploadFailed {}
