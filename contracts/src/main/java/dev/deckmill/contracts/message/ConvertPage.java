package dev.deckmill.contracts.message;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.Checks;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.contracts.part.EarlierAttempt;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Order to convert one page, on {@code deckmill.page.convert} or its bulk lane.
 *
 * @param page the page's number in its job, from 1
 * @param attempt which attempt this is, from 1; the second one after a crash runs in a fresh
 *     process
 * @param name the page's label, as cleaned by the intake; shown to people, never used as a path
 * @param source the SVG document's bytes, plain or gzip
 * @param options what the client asked for
 * @param timeLimitMillis how long the conversion may take once started, in milliseconds, from 1
 * @param pageBytes how many bytes the page may have once it is inflated, from 1; null: as many as
 *     the converter takes
 * @param notAfterMillis when the job's time is over, in milliseconds since the epoch; null: that is
 *     not known
 * @param earlier the attempt before this one, or null: it is the first, or that is not known
 */
public record ConvertPage(
    String jobId,
    String tenant,
    int page,
    int attempt,
    String name,
    BlobRef source,
    ConversionOptions options,
    long timeLimitMillis,
    @Nullable Long pageBytes,
    @Nullable Long notAfterMillis,
    @Nullable EarlierAttempt earlier)
    implements PageMessage {
  public ConvertPage {
    Checks.page(jobId, tenant, page, attempt);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(options, "options");
    Checks.atLeast("timeLimitMillis", timeLimitMillis, 1);
    if (pageBytes != null) {
      Checks.atLeast("pageBytes", pageBytes, 1);
    }
  }

  /** An order that follows on no other, whose job's end is not known. */
  public ConvertPage(
      String jobId,
      String tenant,
      int page,
      int attempt,
      String name,
      BlobRef source,
      ConversionOptions options,
      long timeLimitMillis,
      @Nullable Long pageBytes) {
    this(
        jobId,
        tenant,
        page,
        attempt,
        name,
        source,
        options,
        timeLimitMillis,
        pageBytes,
        null,
        null);
  }
}
