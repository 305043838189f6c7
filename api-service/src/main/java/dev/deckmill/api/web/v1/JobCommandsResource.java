package dev.deckmill.api.web.v1;

import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.job.RetryScope;
import dev.deckmill.api.orchestration.lifecycle.JobCancellation;
import dev.deckmill.api.orchestration.lifecycle.JobRemoval;
import dev.deckmill.api.orchestration.lifecycle.JobRetry;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What can be done to a job that was taken in. */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
final class JobCommandsResource {
  private final JobCancellation cancellation;
  private final JobRetry retry;
  private final JobRemoval removal;

  JobCommandsResource(JobCancellation cancellation, JobRetry retry, JobRemoval removal) {
    this.cancellation = cancellation;
    this.retry = retry;
    this.removal = removal;
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      summary = "Delete a job that has come to its end",
      description =
          "Its pages, decks and rows are removed; what was delivered stays where it was delivered"
              + " to, and the audit keeps who did what.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(
      responseCode = "409",
      description = "JOB_RUNNING: it has not come to its end; cancel it first")
  public void delete(@PathParam("id") String id, @Context SecurityContext security) {
    removal.delete(Caller.of(security), id);
  }

  @POST
  @Path("/{id}:cancel")
  @Operation(
      summary = "Cancel a job",
      description =
          "Once this is answered with 200, no upload of it will begin. When its upload was ordered"
              + " already the answer is 202: what comes of the upload then settles whether the job"
              + " ends cancelled, or has succeeded.")
  @APIResponse(
      responseCode = "200",
      description = "It is cancelled",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(
      responseCode = "202",
      description = "It is cancelling: its deck is on its way",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(responseCode = "409", description = "JOB_FINISHED: it has come to another end")
  public Response cancel(@PathParam("id") String id, @Context SecurityContext security) {
    JobDetails job = cancellation.cancel(Caller.of(security), id);
    int status = job.job().state() == JobState.CANCELLED ? 200 : 202;
    return Response.status(status).entity(JobView.of(job)).build();
  }

  @POST
  @Path("/{id}:retry")
  @Operation(
      summary = "Have a job at its end go on in another run",
      description =
          "failed_pages: the pages that are no slides, then deck and delivery; delivery: the"
              + " delivery of the deck that is there; all: everything. Decks of earlier runs stay.")
  @APIResponse(
      responseCode = "202",
      description = "Another run has begun",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(
      responseCode = "409",
      description = "JOB_RUNNING: it is under way; NOTHING_TO_RETRY: nothing of that kind failed")
  public Response retry(
      @PathParam("id") String id,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"failed_pages", "delivery", "all"},
                      defaultValue = "failed_pages"))
          @QueryParam("scope")
          @Nullable String scope,
      @Context SecurityContext security) {
    JobView view = JobView.of(retry.retry(Caller.of(security), id, scope(scope)));
    return Response.accepted(view).location(URI.create(view.links().self())).build();
  }

  private static RetryScope scope(@Nullable String name) {
    return name == null
        ? RetryScope.FAILED_PAGES
        : RetryScope.of(name)
            .orElseThrow(
                () ->
                    Refusal.of(
                        ErrorType.OPTION_INVALID, "scope is failed_pages, delivery or all."));
  }
}
