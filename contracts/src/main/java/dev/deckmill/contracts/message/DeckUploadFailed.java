package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import java.util.Objects;

/**
 * The deck could not be delivered, after all the tries its trouble's course allows; it stays
 * downloadable.
 */
public record DeckUploadFailed(String jobId, String tenant, Trouble trouble, int attempts)
    implements DeckMessage {
  public DeckUploadFailed {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(trouble, "trouble");
    Checks.atLeast("attempts", attempts, 1);
  }
}
