package dev.deckmill.api.store.intake;

import dev.deckmill.contracts.BlobRef;
import java.time.Instant;

/**
 * A file that was sent ahead.
 *
 * @param name its label, cleaned; perhaps empty
 * @param expires when it is no longer kept
 */
public record StoredUpload(String id, String name, BlobRef bytes, Instant expires) {}
