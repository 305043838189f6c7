package dev.deckmill.api.web.batch;

import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.lifecycle.JobDelivery;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.web.identity.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Jobs, as clients of the inherited batch service ask for them. */
@Path("/batch/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "batch", description = "the inherited batch API; see docs/batch-api.md")
final class BatchResource {
  private final BatchJobs jobs;
  private final BatchBody bodies;
  private final JobDelivery delivery;

  BatchResource(BatchJobs jobs, BatchBody bodies, JobDelivery delivery) {
    this.jobs = jobs;
    this.bodies = bodies;
    this.delivery = delivery;
  }

  @GET
  @Operation(summary = "How far a batch job is")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BatchJobView.class)))
  public BatchJobView job(@PathParam("id") String id, @Context SecurityContext security) {
    return jobs.job(Caller.of(security).tenant(), id);
  }

  @GET
  @Path("/progress")
  @Operation(summary = "How far a batch job is, in numbers")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BatchProgressView.class)))
  public BatchProgressView progress(@PathParam("id") String id, @Context SecurityContext security) {
    return jobs.progress(Caller.of(security).tenant(), id);
  }

  @GET
  @Path("/drive-info")
  @Operation(summary = "What of a batch job is in Drive")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DriveInfoView.class)))
  @APIResponse(responseCode = "400", description = "DELIVERY_STATE: it is not to be in Drive")
  public DriveInfoView drive(@PathParam("id") String id, @Context SecurityContext security) {
    return jobs.drive(Caller.of(security).tenant(), id);
  }

  @GET
  @Path("/trace")
  @Operation(summary = "What became of each page and element, and of the deck")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TraceView.class)))
  public TraceView trace(@PathParam("id") String id, @Context SecurityContext security) {
    return jobs.trace(Caller.of(security).tenant(), id);
  }

  @POST
  @Path("/upload-to-drive")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Have a batch job's deck delivered to Drive",
      description = "A job that is processing delivers its deck as soon as that is there.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = UploadAnswer.class)))
  @APIResponse(
      responseCode = "400",
      description = "DELIVERY_STATE: the job is neither completed nor processing")
  public UploadAnswer upload(
      @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = UploadRequest.class)))
          InputStream body,
      @Context SecurityContext security) {
    UploadRequest request = bodies.read(body, UploadRequest.class);
    JobDetails job =
        delivery.deliver(Caller.of(security), id, request.folder(), request.previews());
    boolean there =
        job.job().state() != JobState.DELIVERING
            && job.job().status().delivery() == DeliveryStatus.SUCCEEDED;
    return there ? UploadAnswer.there(id) : UploadAnswer.begun(id);
  }
}
