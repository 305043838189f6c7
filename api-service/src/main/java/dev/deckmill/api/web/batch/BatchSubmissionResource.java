package dev.deckmill.api.web.batch;

import dev.deckmill.api.intake.IdempotencyKey;
import dev.deckmill.api.intake.JobIntake;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.api.web.v1.Submitting;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** New jobs, as clients of the inherited batch service send them. */
@Path("/batch/jobs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "batch")
final class BatchSubmissionResource {
  private final JobIntake intake;
  private final BatchBody bodies;

  BatchSubmissionResource(JobIntake intake, BatchBody bodies) {
    this.intake = intake;
    this.bodies = bodies;
  }

  @POST
  @Submitting
  @Operation(
      summary = "Send the URLs of SVG pages to be made into one deck",
      description =
          "Each URL is a page with its own outcome: one that can't be fetched fails alone.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BatchCreated.class)))
  public BatchCreated submit(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = BatchRequest.class)))
          InputStream body,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context SecurityContext security) {
    BatchRequest request = bodies.read(body, BatchRequest.class);
    IdempotencyKey key = idempotencyKey == null ? null : new IdempotencyKey(idempotencyKey);
    return BatchCreated.of(intake.accept(Caller.of(security), request, key).job().job());
  }
}
