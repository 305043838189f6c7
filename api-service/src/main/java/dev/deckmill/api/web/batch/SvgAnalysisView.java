package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.api.orchestration.analysis.Outcome;
import dev.deckmill.api.orchestration.analysis.PageAnalysis;
import dev.deckmill.api.web.batch.PageTraceView.FindingView;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.StageTimings;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a page would come out, in the inherited API's words. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchSvgAnalysis")
record SvgAnalysisView(
    boolean success,
    @JsonInclude @Nullable String title,
    @Schema(
            description =
                "0 to 1: share of the elements that are pictures, approximations counted half")
        double complexityScore,
    int elementCount,
    int nativeElements,
    int approximateElements,
    int rasterElements,
    @Schema(description = "the output format of most elements") String recommendedFormat,
    @Schema(description = "balanced or high") String recommendedQuality,
    List<FindingView> findings,
    @Schema(description = "parsing and analysis") double analysisTimeMs) {
  static SvgAnalysisView of(PageAnalysis analysis, Outcome outcome) {
    Renditions counts = outcome.counts();
    return new SvgAnalysisView(
        true,
        analysis.page().title(),
        outcome.complexity(),
        outcome.elements(),
        counts.nativeElements(),
        counts.approximateElements(),
        counts.rasterElements(),
        PipelineTraces.format(outcome.most()),
        Qualities.ofTarget(analysis.recommendedTarget()),
        analysis.findings().stream().map(PipelineTraces::finding).toList(),
        millis(analysis.page().timings()));
  }

  private static double millis(@Nullable StageTimings timings) {
    return timings == null
        ? 0
        : PipelineTraces.millis(timings.parseMicros() + timings.analyzeMicros());
  }
}
