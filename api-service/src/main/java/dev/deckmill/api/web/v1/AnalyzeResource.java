package dev.deckmill.api.web.v1;

import dev.deckmill.api.intake.form.Bodies;
import dev.deckmill.api.orchestration.analysis.Analysis;
import dev.deckmill.api.orchestration.analysis.PageAnalyses;
import dev.deckmill.api.web.identity.Caller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Answers how pages would come out. */
@Path("/v1/analyze")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
final class AnalyzeResource {
  private final SubmissionDesk desk;
  private final PageAnalyses analyses;

  AnalyzeResource(SubmissionDesk desk, PageAnalyses analyses) {
    this.desk = desk;
    this.analyses = analyses;
  }

  @POST
  @Submitting
  @Blocking
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, Bodies.ZIP})
  @Operation(
      summary = "Send SVG pages and learn how they would come out",
      description =
          "Takes what POST /v1/convert takes, but for delivery and folder. Nothing is kept. Prefer:"
              + " wait=N says how many seconds to wait at most; 50 if left out, and never more.")
  @APIResponse(
      responseCode = "200",
      description = "Each page, also those that would be no slide",
      content = @Content(schema = @Schema(implementation = AnalysisView.class)))
  @APIResponse(
      responseCode = "202",
      description =
          "It takes longer: the pages go on as the job that Location leads to, which is kept",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public Uni<Response> analyze(
      @RequestBody(ref = ApiDocument.SUBMISSION) InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long contentLength,
      @HeaderParam("Prefer") @Nullable String prefer,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var headers = new SubmissionDesk.Headers(contentType, contentLength, null);
    return analyses
        .of(Caller.of(security), desk.read(body, headers, uri), Waiting.orLongest(prefer).time())
        .map(AnalyzeResource::answer);
  }

  private static Response answer(Analysis analysis) {
    return switch (analysis) {
      case Analysis.Done done -> Response.ok(AnalysisView.of(done)).build();
      case Analysis.UnderWay underWay -> {
        JobView job = JobView.of(underWay.job());
        yield Response.accepted(job).location(URI.create(job.links().self())).build();
      }
    };
  }
}
