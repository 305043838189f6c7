package dev.deckmill.api.web.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.deckmill.api.store.page.PageDetails;
import dev.deckmill.api.store.stage.StageRow;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.StageTimings;
import dev.deckmill.tracestore.store.SpanOutline;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was done about a page. */
@JsonInclude(Include.NON_NULL)
@Schema(name = "PageTrace")
record PageTrace(
    int number,
    String name,
    String state,
    @Nullable StageTimings timings,
    @Nullable Renditions renditions,
    List<Attempt> attempts,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = PageFinding[].class,
            description = "the first findings, warnings first")
        @JsonRawValue
        String findings,
    int findingCount,
    @Schema(description = "as far as they are kept") List<SpanLine> spans) {

  /** One attempt, as its stage row has it. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "PageAttempt")
  record Attempt(
      @Schema(description = "fetch or convert") String stage,
      int attempt,
      @Nullable Long queueWaitMs,
      @Nullable Double totalMs,
      @Nullable String problemCode,
      @Nullable String problem) {
    static Attempt of(StageRow row) {
      Trouble trouble = row.trouble();
      Long micros = row.totalMicros();
      return new Attempt(
          row.stage().wireName(),
          row.attempt(),
          row.queueWaitMillis(),
          micros == null ? null : (Double) Millis.ofMicros(micros),
          trouble == null ? null : trouble.type().name(),
          trouble == null ? null : trouble.detail());
    }
  }

  /** One span. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "SpanLine")
  record SpanLine(
      String spanId,
      @Nullable String parentSpanId,
      String service,
      String name,
      boolean failed,
      @Schema(description = "since the job's first span began") double startMs,
      double durationMs) {
    static SpanLine of(SpanOutline span, long firstNanos) {
      return new SpanLine(
          span.spanId(),
          span.parentSpanId(),
          span.service(),
          span.name(),
          span.failed(),
          Millis.ofNanos(span.startNanos() - firstNanos),
          Millis.ofNanos(span.durationNanos()));
    }
  }

  static PageTrace of(PageDetails page, List<StageRow> rows, List<SpanLine> spans) {
    return new PageTrace(
        page.number(),
        page.name(),
        page.state().wireName(),
        page.timings(),
        page.renditions(),
        rows.stream().map(Attempt::of).toList(),
        page.findingsJson(),
        page.findingCount(),
        spans);
  }
}
