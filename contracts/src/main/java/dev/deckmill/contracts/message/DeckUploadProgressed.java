package dev.deckmill.contracts.message;

import dev.deckmill.contracts.part.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The target has so many bytes of a deck now. Sent now and then while a deck of several chunks is
 * uploaded; may be lost, and after a lost session the count may be smaller than before.
 *
 * @param bytes how many it has, from 0
 * @param bytesInAll how many there are, from 1
 * @param run of the order
 */
public record DeckUploadProgressed(
    String jobId, String tenant, long bytes, long bytesInAll, @Nullable Integer run)
    implements DeckMessage {
  public DeckUploadProgressed {
    Checks.identity(jobId, tenant);
    Checks.atLeast("bytes", bytes, 0);
    Checks.atLeast("bytesInAll", bytesInAll, 1);
    Checks.run(run);
  }
}
