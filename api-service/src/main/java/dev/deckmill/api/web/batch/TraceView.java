package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job's trace in the inherited API's words, or that there is none yet. */
@JsonInclude(Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchTrace")
record TraceView(
    String jobId,
    boolean traceAvailable,
    @Nullable String architecture,
    @Nullable Integer pageCount,
    @Nullable TraceData traceData,
    @Schema(description = "why there is none") @Nullable String message) {
  static final String ARCHITECTURE = "clean_slate";

  /** All of it. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchTraceData")
  record TraceData(
      String architecture,
      @Schema(
              description =
                  "conversion_only, conversion_and_drive, conversion_and_drive_upload_failed,"
                      + " conversion_and_slides_export or conversion_and_slides_export_failed")
          String workflow,
      int pageCount,
      @Nullable String traceId,
      List<PageTraceView> debugTrace,
      @Nullable PackageTrace packageTrace,
      @Nullable UploadTrace uploadTrace,
      @Nullable String slidesUrl) {}

  /** How the deck was written; the counts are the file's own. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchPackageTrace")
  record PackageTrace(
      double packageCreationMs,
      @Schema(description = "of it: making the written file safe") double fileWriteMs,
      long packageSizeBytes,
      int slidesCount,
      @Schema(description = "package bytes / uncompressed bytes of its parts")
          double compressionRatio,
      ZipStructure zipStructure,
      double totalTimeMs) {}

  /** What is in the file. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchZipStructure")
  record ZipStructure(
      int slides,
      @Schema(description = "entries of all .rels parts") int relationships,
      int mediaFiles,
      @Schema(description = "entries of [Content_Types].xml") int contentTypes) {}

  /** How the deck came to Drive. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchUploadTrace")
  record UploadTrace(
      @Nullable String fileId,
      @Nullable String folderId,
      long bytes,
      int chunks,
      List<UploadRun> attempts,
      @Schema(description = "the last run begun again or took up what was there") boolean resumed,
      @Schema(description = "how often an upload that was cut short was gone on with")
          @Nullable Integer resumes,
      double totalTimeMs,
      List<String> previews) {}

  /** One order to deliver it. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchUploadAttempt")
  record UploadRun(
      int run,
      @Schema(description = "completed or failed") String status,
      int tries,
      @Nullable Double totalTimeMs,
      @Nullable String errorCode,
      @Nullable String error) {}
}
