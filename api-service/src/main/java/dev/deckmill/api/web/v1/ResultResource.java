package dev.deckmill.api.web.v1;

import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.deck.DeckStore;
import dev.deckmill.api.store.deck.DeckVersion;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The deck itself. */
@Path("/v1/jobs")
@Tag(name = "jobs")
final class ResultResource {
  private final AppDatabase database;
  private final JobReader jobs;
  private final DeckStore decks;
  private final DeckAnswers answers;

  ResultResource(AppDatabase database, JobReader jobs, DeckStore decks, DeckAnswers answers) {
    this.database = database;
    this.jobs = jobs;
    this.decks = decks;
    this.answers = answers;
  }

  /** What is asked about: the job, and every deck it came to. */
  private record Found(JobDetails job, List<DeckVersion> decks) {}

  @GET
  @Path("/{id}/result")
  @Operation(
      summary = "The deck as a PPTX file, once there is one",
      description =
          "The newest one, or the one of a version. Its ETag is made of its bytes; a piece of it"
              + " can be asked for by Range, with If-Range to be sure that it still is the same.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = DeckAnswers.PPTX,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "206", description = "The piece that Range asks for")
  @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
  @APIResponse(responseCode = "409", description = "RESULT_NOT_READY: there is none yet")
  @APIResponse(responseCode = "416", description = "RANGE_INVALID: the piece lies behind the end")
  public Response result(
      @PathParam("id") String id,
      @Parameter(description = "from 1, of GET /v1/jobs/{id}/results; the newest if left out")
          @QueryParam("version")
          @Nullable String version,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @Context SecurityContext security,
      @Context Request request)
      throws IOException {
    Found found = find(Caller.of(security).tenant(), id);
    int number = QueryNumber.of("version", version, found.decks().size(), 0, Integer.MAX_VALUE);
    if (found.decks().isEmpty()) {
      throw withoutDeck(found.job().job().state());
    }
    DeckVersion deck =
        found.decks().stream()
            .filter(one -> one.version() == number)
            .findFirst()
            .orElseThrow(ResultResource::unknownVersion);
    return answers.answer(
        deck,
        found.job().job().request().title(),
        new DeckAnswers.Asked(request, ifNoneMatch, range, ifRange));
  }

  @GET
  @Path("/{id}/results")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Every deck that a job came to",
      description = "The oldest first: one for each run that made one.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ResultView.All.class)))
  public ResultView.All results(@PathParam("id") String id, @Context SecurityContext security) {
    Found found = find(Caller.of(security).tenant(), id);
    return new ResultView.All(found.decks().stream().map(deck -> ResultView.of(id, deck)).toList());
  }

  private Found find(String tenant, String id) {
    return database.as(
        tenant,
        tx ->
            new Found(
                jobs.find(tx, tenant, id).orElseThrow(Refusal::unknownJob),
                decks.versions(tx, tenant, id)));
  }

  private static Refusal unknownVersion() {
    return Refusal.of(
        ErrorType.NOT_FOUND,
        "The job has no deck of this version; GET /v1/jobs/{id}/results has those there are.");
  }

  private static Refusal withoutDeck(JobState state) {
    return state.terminal()
        ? Refusal.of(
            ErrorType.NOT_FOUND,
            "The job came to its end without a deck; its problem in GET /v1/jobs/{id} says why.")
        : Refusal.of(
            ErrorType.RESULT_NOT_READY,
            "The job is "
                + state.wireName()
                + ". Ask again when GET /v1/jobs/{id} says it is done.");
  }
}
