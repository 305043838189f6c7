package dev.deckmill.api.store.deck;

import dev.deckmill.contracts.BlobRef;
import java.time.Instant;

/**
 * A deck that a job came to.
 *
 * @param version from 1; a retry that makes another deck makes the next one
 * @param made when it was there
 * @param file the PPTX file
 */
public record DeckVersion(int version, Instant made, BlobRef file) {}
