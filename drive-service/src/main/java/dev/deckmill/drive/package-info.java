/**
 * Delivers decks: {@code UploadDeck} in, {@code DeckUploaded} or {@code DeckUploadFailed} out.
 *
 * <p>{@code UploadConsumer} is the edge, {@code delivery} the use case and its door to places where
 * decks can be put. Three are such places: {@code google}, the only user of Google's client, {@code
 * files} and {@code s3}, the only user of Amazon's. {@code store} is what is remembered so that a
 * killed delivery is taken up again.
 *
 * <p>Tenants' own Google accounts are connected in {@code connection}; {@code link} is where
 * api-service asks about them, {@code check} a program that looks at settings before anything runs.
 * {@code config} is what can be set. This package puts them together, and none of them knows it.
 * Nothing here decides what becomes of a job.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive;
