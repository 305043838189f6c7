package dev.deckmill.api.web.v1;

import dev.deckmill.api.events.JobFeed;
import dev.deckmill.api.intake.Accepted;
import dev.deckmill.api.intake.form.Bodies;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.page.PageDetails;
import dev.deckmill.api.store.page.PageReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Jobs: to send one, to ask how far it is. */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
final class JobsResource {
  private static final int PAGES_AT_ONCE = 100;
  private static final int MOST_PAGES_AT_ONCE = 500;

  private final SubmissionDesk desk;
  private final AppDatabase database;
  private final JobReader jobs;
  private final PageReader pages;
  private final JobFeed feed;

  JobsResource(
      SubmissionDesk desk, AppDatabase database, JobReader jobs, PageReader pages, JobFeed feed) {
    this.desk = desk;
    this.database = database;
    this.jobs = jobs;
    this.pages = pages;
    this.feed = feed;
  }

  @POST
  @Submitting
  @Blocking
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, Bodies.ZIP})
  @Operation(
      summary = "Send SVG pages to be made into one deck",
      description =
          "The pages keep the order of the form's file parts, of the JSON's sources, or of the ZIP"
              + " file: that of its manifest.json, else the natural order of its names. With a ZIP"
              + " file as body the options stand in the query.")
  @APIResponse(
      responseCode = "200",
      description = "Prefer: wait=N was sent, and the job is at its end",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(
      responseCode = "202",
      description =
          "The job is accepted and will not be lost; Location says where to ask for it, and"
              + " Idempotency-Replayed that the same submission brought it before",
      headers = {
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = SubmissionDesk.REPLAYED, schema = @Schema(type = SchemaType.BOOLEAN))
      },
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @APIResponse(
      responseCode = "409",
      description = "A submission with the same Idempotency-Key is just being taken in")
  @APIResponse(responseCode = "422", description = "The Idempotency-Key came with other content")
  @APIResponse(
      responseCode = "429",
      description = "QUOTA_SUBMISSIONS or QUOTA_JOBS: Retry-After says when to send it again")
  public Uni<Response> submit(
      @RequestBody(ref = ApiDocument.SUBMISSION) InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long contentLength,
      @HeaderParam(SubmissionDesk.KEY) @Parameter(description = SubmissionDesk.ABOUT_KEY)
          @Nullable String idempotencyKey,
      @Parameter(
              description =
                  "wait=N: answer when the job is at its end, or in N seconds, 50 at most")
          @HeaderParam("Prefer")
          @Nullable String prefer,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    Caller caller = Caller.of(security);
    Accepted taken =
        desk.take(
            caller,
            body,
            new SubmissionDesk.Headers(contentType, contentLength, idempotencyKey),
            uri);
    JobDetails job = taken.job();
    Waiting waiting = Waiting.of(prefer);
    if (waiting.none()) {
      return Uni.createFrom().item(accepted(job, taken.replayed()).build());
    }
    String id = job.job().id();
    return feed.untilEnd(caller.tenant(), id, waiting.time())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(ended -> find(caller.tenant(), id))
        .map(now -> accepted(now.orElse(job), taken.replayed()))
        .map(answer -> answer.header("Preference-Applied", waiting.applied()).build());
  }

  /** 202 as long as there is something to be done, then 200. */
  private static Response.ResponseBuilder accepted(JobDetails job, boolean replayed) {
    JobView view = JobView.of(job);
    Response.ResponseBuilder answer =
        Response.status(job.job().state().terminal() ? 200 : 202)
            .entity(view)
            .location(URI.create(view.links().self()));
    return replayed ? answer.header(SubmissionDesk.REPLAYED, true) : answer;
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How far a job is")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = JobView.class)))
  public JobView job(@PathParam("id") String id, @Context SecurityContext security) {
    String tenant = Caller.of(security).tenant();
    return find(tenant, id).map(JobView::of).orElseThrow(Refusal::unknownJob);
  }

  private Optional<JobDetails> find(String tenant, String id) {
    return database.as(tenant, tx -> jobs.find(tx, tenant, id));
  }

  @GET
  @Path("/{id}/pages")
  @Operation(summary = "How far each page of a job is, and what became of it")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PageView.Some.class)))
  public PageView.Some pages(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit,
      @Context SecurityContext security) {
    String tenant = Caller.of(security).tenant();
    int from = QueryNumber.of("after", after, 0, 0, Integer.MAX_VALUE);
    int most = QueryNumber.of("limit", limit, PAGES_AT_ONCE, 1, MOST_PAGES_AT_ONCE);
    List<PageDetails> found = database.as(tenant, () -> pages.list(id, from, most + 1));
    if (found.isEmpty() && find(tenant, id).isEmpty()) {
      throw Refusal.unknownJob();
    }
    boolean more = found.size() > most;
    List<PageView> shown = found.stream().limit(most).map(PageView::of).toList();
    return new PageView.Some(
        shown,
        more
            ? "/v1/jobs/%s/pages?after=%d&limit=%d".formatted(id, shown.getLast().number(), most)
            : null);
  }
}
