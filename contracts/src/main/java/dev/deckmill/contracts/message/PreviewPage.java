package dev.deckmill.contracts.message;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.Checks;
import dev.deckmill.contracts.part.ConversionOptions;
import java.util.Objects;

/**
 * Order to draw one page, on {@code deckmill.page.preview}.
 *
 * @param page the page's number in its job, from 1
 * @param attempt the attempt whose slide the picture shows, from 1
 * @param name the page's label; shown to people, never used as a path
 * @param source the SVG document's bytes, plain or gzip
 * @param options what the slide was made with
 * @param widthPixels how wide the picture is to be, from 1
 * @param timeLimitMillis how long the drawing may take once started, in milliseconds, from 1
 */
public record PreviewPage(
    String jobId,
    String tenant,
    int page,
    int attempt,
    String name,
    BlobRef source,
    ConversionOptions options,
    int widthPixels,
    long timeLimitMillis)
    implements PreviewMessage {
  public PreviewPage {
    Checks.page(jobId, tenant, page, attempt);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(options, "options");
    Checks.atLeast("widthPixels", widthPixels, 1);
    Checks.atLeast("timeLimitMillis", timeLimitMillis, 1);
  }
}
