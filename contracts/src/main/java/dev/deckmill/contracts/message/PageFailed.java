package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import java.util.Objects;

/**
 * An attempt at a page has failed; api-service decides by the trouble's course whether there is
 * another.
 */
public record PageFailed(String jobId, String tenant, int page, int attempt, Trouble trouble)
    implements PageMessage {
  public PageFailed {
    Checks.page(jobId, tenant, page, attempt);
    Objects.requireNonNull(trouble, "trouble");
  }
}
