package dev.deckmill.api.web.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.deckmill.api.orchestration.analysis.Analysis;
import dev.deckmill.api.orchestration.analysis.Outcome;
import dev.deckmill.api.orchestration.analysis.PageAnalysis;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.SlideSize;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How pages would come out, as the API shows it. */
@JsonInclude(Include.NON_NULL)
@Schema(name = "Analysis")
record AnalysisView(
    @Schema(description = "what the pages were analysed for") String target,
    @Schema(description = "of all slides; absent if no page would be one")
        @Nullable SlideSize slideSize,
    List<AnalysedPage> pages) {

  /** One page. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "AnalysedPage")
  record AnalysedPage(
      int number,
      String name,
      @Schema(description = "succeeded, degraded, failed or cancelled") String state,
      @Schema(description = "the slide's title, if it has one") @Nullable String title,
      @Schema(description = "why it would be no slide") @Nullable TroubleView problem,
      @Nullable Integer elementCount,
      @Schema(
              description =
                  "0 to 1: share of the elements that are pictures, approximations counted half")
          @Nullable Double complexityScore,
      @Nullable Renditions renditions,
      @Schema(description = "the target it is best converted for")
          @Nullable String recommendedTarget,
      @Schema(description = "how most elements come out: native, approximate or raster")
          @Nullable String recommendedFormat,
      List<PageFinding> findings) {
    static AnalysedPage of(PageAnalysis analysis) {
      Outcome outcome = analysis.outcome();
      return new AnalysedPage(
          analysis.page().number(),
          analysis.page().name(),
          analysis.page().state().wireName(),
          analysis.page().title(),
          TroubleView.of(analysis.page().trouble()),
          outcome == null ? null : (Integer) outcome.elements(),
          outcome == null ? null : (Double) outcome.complexity(),
          analysis.page().renditions(),
          outcome == null ? null : analysis.recommendedTarget(),
          outcome == null ? null : outcome.most().name().toLowerCase(Locale.ROOT),
          analysis.findings());
    }
  }

  static AnalysisView of(Analysis.Done analysis) {
    return new AnalysisView(
        analysis.job().job().request().target(),
        analysis.job().job().slideSize(),
        analysis.pages().stream().map(AnalysedPage::of).toList());
  }
}
