package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;

/**
 * A page can't be drawn.
 *
 * @param attempt as the order has it; so is {@code widthPixels}
 */
public record PagePreviewFailed(
    String jobId, String tenant, int page, int attempt, int widthPixels, Trouble trouble)
    implements PreviewMessage {
  public PagePreviewFailed {
    Checks.page(jobId, tenant, page, attempt);
    Checks.atLeast("widthPixels", widthPixels, 1);
    Objects.requireNonNull(trouble, "trouble");
  }
}
