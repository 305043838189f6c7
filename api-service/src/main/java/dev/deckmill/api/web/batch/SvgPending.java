package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That an analysis takes longer than a request may wait. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchSvgPending")
record SvgPending(
    boolean success, @Schema(description = "as /batch/jobs has it") String jobId, String message) {
  static SvgPending of(String id) {
    return new SvgPending(
        false, id, "The page is still being converted; ask for the trace of its job.");
  }
}
