package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a deck is on its way to Drive, or was there already. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchUploadAnswer")
record UploadAnswer(
    boolean success,
    String jobId,
    String message,
    @Schema(description = "uploading; completed if the deck is in that folder already")
        String status) {
  static UploadAnswer begun(String id) {
    return new UploadAnswer(
        true, id, "The deck goes to Drive as soon as it is there.", BatchStatus.UPLOADING);
  }

  static UploadAnswer there(String id) {
    return new UploadAnswer(
        true, id, "The deck is in that folder already; nothing was sent.", BatchStatus.COMPLETED);
  }
}
