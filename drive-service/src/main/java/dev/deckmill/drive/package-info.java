/**
 * Delivers decks: {@code UploadDeck} in, {@code DeckUploaded} or {@code DeckUploadFailed} out.
 *
 * <p>{@code UploadConsumer} is the edge, {@code delivery} the use case and its door to places where
 * decks can be put, {@code google} the one such place and the only user of Google's client, {@code
 * store} what is remembered so that a killed upload is taken up again. Nothing here decides what
 * becomes of a job.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive;
