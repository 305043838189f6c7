package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import java.util.Objects;

/** The deck could not be made, after all the tries its trouble's course allows. */
public record DeckPackageFailed(String jobId, String tenant, Trouble trouble)
    implements DeckMessage {
  public DeckPackageFailed {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(trouble, "trouble");
  }
}
