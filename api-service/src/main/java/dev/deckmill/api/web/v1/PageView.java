package dev.deckmill.api.web.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.deckmill.api.store.page.PageDetails;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.StageTimings;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page as the API shows it. */
@JsonInclude(Include.NON_NULL)
@Schema(name = "Page")
record PageView(
    int number,
    String name,
    @Schema(
            description =
                "queued, fetching, converting, succeeded, degraded, failed, skipped or cancelled")
        String state,
    @Schema(description = "how often a converter began it") int attempts,
    @Nullable String title,
    @Nullable TroubleView problem,
    @Nullable Long queueWaitMs,
    @Nullable StageTimings timings,
    @Nullable Renditions renditions,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = dev.deckmill.contracts.part.PageFinding[].class,
            description = "the first findings, warnings first")
        @JsonRawValue
        String findings,
    int findingCount) {
  static PageView of(PageDetails page) {
    return new PageView(
        page.number(),
        page.name(),
        page.state().wireName(),
        page.attempts(),
        page.title(),
        TroubleView.of(page.trouble()),
        page.queueWaitMillis(),
        page.timings(),
        page.renditions(),
        page.findingsJson(),
        page.findingCount());
  }

  /**
   * Some pages of a job.
   *
   * @param next where the following ones are, if there are any
   */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "Pages")
  record Some(List<PageView> pages, @Nullable String next) {}
}
