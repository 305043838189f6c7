package dev.deckmill.api.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.identity.Caller;
import dev.deckmill.api.job.JobState;
import dev.deckmill.api.naming.SafeName;
import dev.deckmill.api.problem.Refusal;
import dev.deckmill.api.store.AppDatabase;
import dev.deckmill.api.store.DeckStore;
import dev.deckmill.api.store.JobDetails;
import dev.deckmill.api.store.JobReader;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.blob.BlobStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.net.URLEncoder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The deck itself. */
@Path("/v1/jobs/{id}/result")
@Tag(name = "jobs")
final class ResultResource {
  static final String PPTX =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";

  private final AppDatabase database;
  private final JobReader jobs;
  private final DeckStore decks;
  private final BlobStore blobs;

  ResultResource(AppDatabase database, JobReader jobs, DeckStore decks, BlobStore blobs) {
    this.database = database;
    this.jobs = jobs;
    this.decks = decks;
    this.blobs = blobs;
  }

  @GET
  @Operation(summary = "The deck as a PPTX file, once there is one")
  @APIResponse(responseCode = "200", content = @Content(mediaType = PPTX))
  public Response result(
      @PathParam("id") String id, @Context SecurityContext security, @Context Request request)
      throws IOException {
    String tenant = Caller.of(security).tenant();
    JobDetails job =
        database.as(tenant, tx -> jobs.find(tx, tenant, id)).orElseThrow(Refusal::unknownJob);
    BlobRef deck =
        database
            .as(tenant, tx -> decks.newest(tx, tenant, id))
            .orElseThrow(() -> withoutDeck(job.job().state()))
            .file();
    EntityTag tag = new EntityTag(deck.sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).build();
    }
    return Response.ok(blobs.open(deck), PPTX)
        .tag(tag)
        .header(HttpHeaders.CONTENT_LENGTH, deck.length())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(job.job().request().title()))
        .build();
  }

  private static Refusal withoutDeck(JobState state) {
    return state.terminal()
        ? Refusal.of(
            ErrorType.NOT_FOUND,
            "The job failed and has no result; its problem in GET /v1/jobs/{id} says why.")
        : Refusal.of(
            ErrorType.RESULT_NOT_READY,
            "The job is "
                + state.wireName()
                + ". Ask again when GET /v1/jobs/{id} says it is done.");
  }

  /** RFC 6266 §4.3, RFC 8187: a plain name for old clients, the true one for the others. */
  private static String disposition(String title) {
    String name = SafeName.ofDeck(title);
    String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
    String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
  }
}
