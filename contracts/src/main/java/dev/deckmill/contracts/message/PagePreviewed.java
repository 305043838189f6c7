package dev.deckmill.contracts.message;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;

/**
 * A page is drawn.
 *
 * @param attempt as the order has it; so is {@code widthPixels}
 * @param picture a PNG file
 */
public record PagePreviewed(
    String jobId, String tenant, int page, int attempt, int widthPixels, BlobRef picture)
    implements PreviewMessage {
  public PagePreviewed {
    Checks.page(jobId, tenant, page, attempt);
    Checks.atLeast("widthPixels", widthPixels, 1);
    Objects.requireNonNull(picture, "picture");
  }
}
