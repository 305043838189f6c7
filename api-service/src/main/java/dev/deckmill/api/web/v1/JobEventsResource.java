package dev.deckmill.api.web.v1;

import dev.deckmill.api.events.JobEventWriter;
import dev.deckmill.api.events.JobFeed;
import dev.deckmill.api.events.JobFeed.Piece;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobEvent;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** A job as it goes on: server-sent events (WHATWG HTML §9.2). */
@Path("/v1/jobs/{id}/events")
@Tag(name = "jobs")
final class JobEventsResource {
  private static final long RECONNECT_MILLIS = 1_000;

  private final JobFeed feed;

  JobEventsResource(JobFeed feed) {
    this.feed = feed;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  // Nobody on the way may keep events back until there are many.
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(
      summary = "What happens to a job, as it happens",
      description =
          "Server-sent events. The first one says where the job is, those after it what has"
              + " changed, until the job is at its end and the stream too. Whoever sends the id of"
              + " the last event it got as Last-Event-ID gets everything since then instead,"
              + " from whichever replica; 204 means that nothing will come any more.")
  @APIResponse(
      responseCode = "200",
      description =
          "Events named job (where the job is), pages (which pages moved) and delivery (how many"
              + " bytes of the deck are where it is delivered to); comments now and then as a sign of"
              + " life",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema =
                  @Schema(
                      oneOf = {
                        JobEventWriter.Moved.class,
                        JobEventWriter.PagesMoved.class,
                        JobEventWriter.Delivering.class
                      })))
  @APIResponse(responseCode = "204", description = "The job is at its end and every event was sent")
  public Multi<OutboundSseEvent> events(
      @PathParam("id") String id,
      @HeaderParam("Last-Event-ID") @Nullable String lastHeader,
      @Parameter(description = "the same as Last-Event-ID; 0 is from the beginning")
          @QueryParam("after")
          @Nullable String after,
      @Context SecurityContext security,
      @Context Sse sse) {
    String tenant = Caller.of(security).tenant();
    OptionalLong seen = seen(lastHeader == null ? after : lastHeader);
    if (seen.isPresent()) {
      return from(tenant, id, seen.getAsLong(), sse);
    }
    JobEvent now = feed.snapshot(tenant, id).orElseThrow(Refusal::unknownJob);
    Multi<OutboundSseEvent> first = Multi.createFrom().item(first(sse, now));
    return now.last()
        ? first
        : Multi.createBy().concatenating().streams(first, pieces(tenant, id, now.number(), sse));
  }

  private Multi<OutboundSseEvent> from(String tenant, String id, long seen, Sse sse) {
    if (feed.last(tenant, id).isEmpty()) {
      throw Refusal.unknownJob();
    }
    if (feed.isOver(tenant, id, seen)) {
      throw new WebApplicationException(Response.noContent().build());
    }
    return pieces(tenant, id, seen, sse);
  }

  private Multi<OutboundSseEvent> pieces(String tenant, String id, long seen, Sse sse) {
    return feed.follow(tenant, id, seen)
        .onItem()
        .transformToMultiAndConcatenate(piece -> events(sse, piece));
  }

  private static Multi<OutboundSseEvent> events(Sse sse, Piece piece) {
    return piece.events().isEmpty()
        ? Multi.createFrom().item(sse.newEventBuilder().comment("still here").build())
        : Multi.createFrom().iterable(piece.events()).map(event -> event(sse, event).build());
  }

  private static OutboundSseEvent first(Sse sse, JobEvent event) {
    return event(sse, event).reconnectDelay(RECONNECT_MILLIS).build();
  }

  private static OutboundSseEvent.Builder event(Sse sse, JobEvent event) {
    return sse.newEventBuilder()
        .id(Long.toString(event.number()))
        .name(event.kind().wireName())
        .data(event.bodyJson());
  }

  private static OptionalLong seen(@Nullable String number) {
    if (number == null || number.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long seen = Long.parseLong(number);
      if (seen >= 0) {
        return OptionalLong.of(seen);
      }
    } catch (NumberFormatException e) {
      throw notANumber();
    }
    throw notANumber();
  }

  private static Refusal notANumber() {
    return Refusal.of(
        ErrorType.OPTION_INVALID, "Last-Event-ID has to be the id of an event that came, or 0.");
  }
}
