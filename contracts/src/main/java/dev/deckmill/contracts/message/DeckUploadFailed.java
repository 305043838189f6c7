package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The deck could not be delivered, after all the tries its trouble's course allows; it stays
 * downloadable.
 *
 * @param attempts how often it was tried, from 1
 * @param run of the order
 */
public record DeckUploadFailed(
    String jobId, String tenant, Trouble trouble, int attempts, @Nullable Integer run)
    implements DeckMessage {
  public DeckUploadFailed {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(trouble, "trouble");
    Checks.atLeast("attempts", attempts, 1);
    Checks.run(run);
  }
}
