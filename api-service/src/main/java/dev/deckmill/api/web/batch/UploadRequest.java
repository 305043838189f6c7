package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.api.intake.FolderPattern;
import dev.deckmill.api.orchestration.job.PreviewTime;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says when it wants a deck in Drive. One deck is one upload: how many at a time is
 * checked as it was, and changes nothing.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchUploadRequest")
record UploadRequest(
    @Schema(defaultValue = BatchFolders.DEFAULT) @Nullable String folderPattern,
    @Schema(defaultValue = "true", description = "draws a picture of each slide after the deck")
        @Nullable Boolean generatePreviews,
    @Schema(defaultValue = "true", description = "one deck is one upload: changes nothing")
        @Nullable Boolean parallelUploads,
    @Schema(
            minimum = "1",
            maximum = "10",
            defaultValue = "3",
            description = "one deck is one upload: changes nothing")
        @Nullable Integer maxWorkers) {
  private static final int MOST_WORKERS = 10;

  UploadRequest {
    if (maxWorkers != null && (maxWorkers < 1 || maxWorkers > MOST_WORKERS)) {
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          "max_workers is %d; 1 to %d are allowed.".formatted(maxWorkers, MOST_WORKERS));
    }
  }

  PreviewTime previews() {
    return BatchPreviews.time(generatePreviews);
  }

  FolderPattern folder() {
    return FolderPattern.parse(folderPattern == null ? BatchFolders.DEFAULT : folderPattern);
  }
}
