package dev.deckmill.api.web.trace;

import dev.deckmill.api.web.identity.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A job's trace as JSON. */
@Path("/v1/jobs/{id}/trace")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "traces")
final class JobTraceResource {
  private static final int MOST_PAGES = 500;

  private final JobTraces traces;

  JobTraceResource(JobTraces traces) {
    this.traces = traces;
  }

  @GET
  @Operation(
      summary = "Where a job's time went, and what became of its elements",
      description =
          "Steps, attempts, renditions and findings come from what was written down with the job's"
              + " own state, so they are whole whatever happens to telemetry.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TraceView.class)))
  public TraceView trace(
      @PathParam("id") String id,
      @Parameter(description = "pages to show one by one, at most 500, such as 1-20")
          @QueryParam("pages")
          @Nullable String pages,
      @Context SecurityContext security) {
    return traces.of(
        Caller.of(security).tenant(), id, pages == null ? null : PageRange.of(pages, MOST_PAGES));
  }
}
