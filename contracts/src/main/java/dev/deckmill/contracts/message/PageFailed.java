package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a page has failed; api-service decides by the trouble's course whether there is
 * another.
 *
 * @param traceparent the span of the attempt (W3C Trace Context), for the deck's span to link to;
 *     null if there was none
 * @param started the beginning of the attempt, if there was one and it was not reported before
 */
public record PageFailed(
    String jobId,
    String tenant,
    int page,
    int attempt,
    Trouble trouble,
    @Nullable String traceparent,
    @Nullable PageStarted started)
    implements PageMessage {
  public PageFailed {
    Checks.page(jobId, tenant, page, attempt);
    Objects.requireNonNull(trouble, "trouble");
  }
}
