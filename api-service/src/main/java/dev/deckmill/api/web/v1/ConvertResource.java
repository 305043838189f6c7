package dev.deckmill.api.web.v1;

import dev.deckmill.api.events.JobFeed;
import dev.deckmill.api.intake.Accepted;
import dev.deckmill.api.intake.form.Bodies;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.deck.DeckStore;
import dev.deckmill.api.store.deck.DeckVersion;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A job and its deck in one request, for small ones. */
@Path("/v1/convert")
@Tag(name = "jobs")
final class ConvertResource {
  private final SubmissionDesk desk;
  private final JobFeed feed;
  private final AppDatabase database;
  private final JobReader jobs;
  private final DeckStore decks;
  private final DeckAnswers answers;

  ConvertResource(
      SubmissionDesk desk,
      JobFeed feed,
      AppDatabase database,
      JobReader jobs,
      DeckStore decks,
      DeckAnswers answers) {
    this.desk = desk;
    this.feed = feed;
    this.database = database;
    this.jobs = jobs;
    this.decks = decks;
    this.answers = answers;
  }

  @POST
  @Submitting
  @Blocking
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, Bodies.ZIP})
  @Operation(
      summary = "Send SVG pages and get the deck",
      description =
          "POST /v1/jobs, a wait, and GET /v1/jobs/{id}/result in one. Prefer: wait=N says how many"
              + " seconds to wait at most; 50 if left out, and never more. A job that is not done by"
              + " then goes on: the answer is what POST /v1/jobs would have answered.")
  @APIResponse(
      responseCode = "200",
      description = "The deck; Deckmill-Job has the job's id, Deckmill-State how it went",
      content =
          @Content(
              mediaType = DeckAnswers.PPTX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "202",
      description = "It takes longer; Location says where to ask for it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobView.class)))
  @APIResponse(responseCode = "422", description = "There is no deck; the problem says why")
  public Uni<Response> convert(
      @RequestBody(ref = ApiDocument.SUBMISSION) InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long contentLength,
      @HeaderParam(SubmissionDesk.KEY) @Parameter(description = SubmissionDesk.ABOUT_KEY)
          @Nullable String idempotencyKey,
      @HeaderParam("Prefer") @Nullable String prefer,
      @Context UriInfo uri,
      @Context SecurityContext security,
      @Context Request request) {
    Caller caller = Caller.of(security);
    Accepted taken =
        desk.take(
            caller,
            body,
            new SubmissionDesk.Headers(contentType, contentLength, idempotencyKey),
            uri);
    String id = taken.job().job().id();
    return feed.untilEnd(caller.tenant(), id, Waiting.orLongest(prefer).time())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(ended -> answer(caller.tenant(), id, request));
  }

  /** What is asked about: the job, and its newest deck. */
  private record Found(JobDetails job, @Nullable DeckVersion deck) {}

  private Response answer(String tenant, String id, Request request) {
    Found found =
        database.as(
            tenant,
            tx ->
                new Found(
                    jobs.find(tx, tenant, id).orElseThrow(Refusal::unknownJob),
                    decks.newest(tx, tenant, id).orElse(null)));
    JobView view = JobView.of(found.job());
    if (!found.job().job().state().terminal()) {
      return Response.accepted(view)
          .type(MediaType.APPLICATION_JSON)
          .location(URI.create(view.links().self()))
          .build();
    }
    if (found.deck() == null) {
      throw withoutDeck(found.job());
    }
    try {
      Response deck = answers.answer(found.deck(), view.title(), DeckAnswers.Asked.whole(request));
      deck.getHeaders().putSingle("Deckmill-Job", id);
      deck.getHeaders().putSingle("Deckmill-State", view.state());
      return deck;
    } catch (IOException e) {
      throw new UncheckedIOException("the deck of job " + id + " can't be read", e);
    }
  }

  private static Refusal withoutDeck(JobDetails job) {
    Trouble trouble = job.job().status().trouble();
    return trouble == null
        ? Refusal.of(ErrorType.INTERNAL, "The job came to its end without a deck.")
        : Refusal.of(trouble.type(), trouble.detail());
  }
}
