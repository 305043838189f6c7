package dev.deckmill.api.web.batch;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.orchestration.analysis.Analysis;
import dev.deckmill.api.orchestration.analysis.Outcome;
import dev.deckmill.api.orchestration.analysis.PageAnalyses;
import dev.deckmill.api.orchestration.analysis.PageAnalysis;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.api.web.v1.Submitting;
import dev.deckmill.api.web.v1.Waiting;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pages, as clients of the inherited service ask about them before they send them. */
@Path("/analyze")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "batch")
final class SvgAnalysisResource {
  /** In JSON a character of a page may take two. */
  private static final int ESCAPED = 2;

  private final PageAnalyses analyses;
  private final BatchBody bodies;
  private final Limits limits;

  SvgAnalysisResource(PageAnalyses analyses, BatchBody bodies, Limits limits) {
    this.analyses = analyses;
    this.bodies = bodies;
    this.limits = limits;
  }

  @POST
  @Path("/svg")
  @Submitting
  @Blocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "How a page would come out")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SvgAnalysisView.class)))
  @APIResponse(
      responseCode = "202",
      description = "It takes longer: the page goes on as a job",
      content = @Content(schema = @Schema(implementation = SvgPending.class)))
  @APIResponse(responseCode = "422", description = "It would be no slide; the problem says why")
  public Uni<Response> svg(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SvgRequest.class)))
          InputStream body,
      @Context SecurityContext security) {
    return analyzed(body, security, SvgAnalysisResource::analysis);
  }

  @POST
  @Path("/validate")
  @Submitting
  @Blocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Whether a page can be converted")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SvgValidationView.class)))
  @APIResponse(
      responseCode = "202",
      description = "It takes longer: the page goes on as a job",
      content = @Content(schema = @Schema(implementation = SvgPending.class)))
  public Uni<Response> validate(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SvgRequest.class)))
          InputStream body,
      @Context SecurityContext security) {
    return analyzed(body, security, SvgValidationView::of);
  }

  @GET
  @Path("/features/supported")
  @Operation(summary = "Which of SVG comes out how")
  public SupportedFeatures features() {
    return SupportedFeatures.ALL;
  }

  private Uni<Response> analyzed(
      InputStream body, SecurityContext security, Function<PageAnalysis, Record> view) {
    int most = (int) Math.min(ESCAPED * limits.pageBytes(), limits.bodyBytes());
    SvgRequest request = bodies.read(body, SvgRequest.class, most);
    return analyses
        .of(Caller.of(security), request, Waiting.LONGEST)
        .map(analysis -> answer(analysis, view));
  }

  private static Response answer(Analysis analysis, Function<PageAnalysis, Record> view) {
    return switch (analysis) {
      case Analysis.Done done -> Response.ok(view.apply(done.pages().getFirst())).build();
      case Analysis.UnderWay underWay -> {
        String id = underWay.job().job().id();
        yield Response.accepted(SvgPending.of(id))
            .location(URI.create("/batch/jobs/" + id))
            .build();
      }
    };
  }

  private static SvgAnalysisView analysis(PageAnalysis analysis) {
    Outcome outcome = analysis.outcome();
    if (outcome == null) {
      Trouble trouble = analysis.page().trouble();
      throw trouble == null
          ? Refusal.of(ErrorType.CANCELLED, "The analysis was cancelled.")
          : Refusal.of(trouble.type(), trouble.detail());
    }
    return SvgAnalysisView.of(analysis, outcome);
  }
}
