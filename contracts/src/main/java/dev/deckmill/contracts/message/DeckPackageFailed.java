package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The deck could not be made, after all the tries its trouble's course allows.
 *
 * @param run of the order
 */
public record DeckPackageFailed(String jobId, String tenant, Trouble trouble, @Nullable Integer run)
    implements DeckMessage {
  public DeckPackageFailed {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(trouble, "trouble");
    Checks.run(run);
  }
}
