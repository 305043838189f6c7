package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.api.orchestration.analysis.PageAnalysis;
import dev.deckmill.api.web.batch.PageTraceView.FindingView;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.PageFinding;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a page can be converted, and what a viewer would miss. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchSvgValidation")
record SvgValidationView(
    @Schema(description = "whether it would be a slide") boolean valid,
    List<Fault> errors,
    @Schema(description = "findings that a viewer would notice") List<FindingView> warnings) {
  /** Why it would be none. */
  @Schema(name = "BatchSvgFault")
  record Fault(@Schema(description = "of a problem") String code, String message) {}

  static SvgValidationView of(PageAnalysis analysis) {
    return new SvgValidationView(
        analysis.outcome() != null,
        Stream.ofNullable(analysis.page().trouble()).map(SvgValidationView::fault).toList(),
        analysis.findings().stream()
            .filter(PageFinding::warning)
            .map(PipelineTraces::finding)
            .toList());
  }

  private static Fault fault(Trouble trouble) {
    return new Fault(trouble.type().name(), trouble.detail());
  }
}
