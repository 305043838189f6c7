package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at fetching a page has failed.
 *
 * @param mayPass another attempt makes sense, as it does not where the page's server says that it
 *     has no such page
 * @param traceparent the span of the attempt (W3C Trace Context), for the deck's span to link to;
 *     null if there was none
 */
public record PageFetchFailed(
    String jobId,
    String tenant,
    int page,
    int attempt,
    Trouble trouble,
    boolean mayPass,
    @Nullable String traceparent)
    implements PageMessage {
  public PageFetchFailed {
    Checks.page(jobId, tenant, page, attempt);
    Objects.requireNonNull(trouble, "trouble");
  }
}
