package dev.deckmill.contracts.message;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Excerpt;
import dev.deckmill.contracts.part.Checks;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.contracts.part.StageTimings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page has become a slide.
 *
 * @param bundle the slide with its media, in the engine's bundle format; the full stage record lies
 *     in it
 * @param slideSize the size the slide was made for
 * @param title the slide's title, if the page has one; cut at {@value Excerpt#TITLE} characters
 * @param slideSha256 lower-case hex SHA-256 of the slide part: the same for the same page and
 *     options
 * @param timings what each stage took
 * @param renditions how the elements came out
 * @param findings the first {@value #MAX_FINDINGS} findings, warnings first
 * @param findingCount how many findings there are in all
 * @param traceparent the span of the conversion (W3C Trace Context), for the deck's span to link
 *     to; null if there is none
 * @param record a {@link PageRecord} as JSON; null from converters that did not write any yet
 * @param started the beginning of the attempt, if it was not reported before
 */
public record PageConverted(
    String jobId,
    String tenant,
    int page,
    int attempt,
    BlobRef bundle,
    SlideSize slideSize,
    @Nullable String title,
    String slideSha256,
    StageTimings timings,
    Renditions renditions,
    List<PageFinding> findings,
    int findingCount,
    @Nullable String traceparent,
    @Nullable BlobRef record,
    @Nullable PageStarted started)
    implements PageMessage {
  /** The most findings that one message carries; the others are in the bundle. */
  public static final int MAX_FINDINGS = 50;

  public PageConverted {
    Checks.page(jobId, tenant, page, attempt);
    Objects.requireNonNull(bundle, "bundle");
    Objects.requireNonNull(slideSize, "slideSize");
    title = title == null ? null : Excerpt.of(title, Excerpt.TITLE);
    Objects.requireNonNull(slideSha256, "slideSha256");
    Objects.requireNonNull(timings, "timings");
    Objects.requireNonNull(renditions, "renditions");
    findings = List.copyOf(findings);
    Checks.atLeast("findingCount", findingCount, findings.size());
  }
}
