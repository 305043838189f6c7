package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one page, in the inherited API's words. */
@JsonInclude(Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchPageTrace")
record PageTraceView(
    @Schema(description = "the page's place in the request; failed pages keep theirs")
        int pageNumber,
    String svgFile,
    @Nullable String pageTitle,
    @Schema(description = "pending, completed or failed") String status,
    int attempts,
    @Schema(description = "of a page that came by URL") @Nullable Fetch fetch,
    @Nullable Long queueWaitMs,
    @Nullable String errorCode,
    @Nullable String error,
    @Schema(description = "of a page that is a slide") @Nullable PipelineTrace pipelineTrace) {

  /** How the page was fetched: the last attempt at it. */
  @JsonInclude(Include.NON_NULL)
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchFetch")
  record Fetch(
      int attempts,
      @Schema(description = "completed or failed") String status,
      @Nullable Double timeMs,
      @Nullable Long bytes,
      @Schema(description = "how many were followed") @Nullable Integer redirects,
      @Nullable String errorCode,
      @Nullable String error) {}

  /** The engine's four stages. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchPipelineTrace")
  record PipelineTrace(
      ParseResult parseResult,
      AnalysisResult analysisResult,
      List<MapperResult> mapperResults,
      EmbedderResult embedderResult,
      List<PolicyDecision> policyDecisions,
      List<FindingView> findings) {}

  /** The first. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchParseResult")
  record ParseResult(boolean success, int elementCount, double parsingTimeMs) {}

  /** The second. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchAnalysisResult")
  record AnalysisResult(
      @Schema(
              description =
                  "0 to 1: share of the elements that are pictures, approximations counted half")
          double complexityScore,
      int elementCount,
      @Schema(description = "the output format of most elements") String recommendedFormat,
      double analysisTimeMs) {}

  /** The third, for one element. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchMapperResult")
  record MapperResult(
      String elementType,
      @JsonInclude @Nullable String elementId,
      @Schema(description = "native_dml, approximate_dml or raster_picture") String outputFormat,
      @Schema(description = "the stage's time, shared out by the elements' output")
          double processingTimeMs,
      long outputSizeBytes) {}

  /** The last. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchEmbedderResult")
  record EmbedderResult(
      int elementsEmbedded,
      int nativeElements,
      int approximateElements,
      int rasterElements,
      int mediaFiles,
      double processingTimeMs,
      @Schema(description = "slide part and media, inflated") long totalSizeBytes) {}

  /** Why an element came out as it did. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchPolicyDecision")
  record PolicyDecision(
      @JsonInclude @Nullable String elementId,
      String elementType,
      String outputFormat,
      @Schema(description = "why it is not native; empty where it is") List<String> reasons,
      @Schema(description = "what the job's conversion was to favour") String target) {}

  /** Something that was lost or changed. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchFinding")
  record FindingView(String code, @JsonInclude @Nullable String elementId, String detail) {}
}
