package dev.deckmill.api.web.v1;

import dev.deckmill.api.orchestration.preview.PagePreviews;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.blob.BlobDamagedException;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Shows what a page looks like: our PNG of it, never the SVG that somebody sent. */
@Path("/v1/jobs/{id}/pages/{n}/preview")
@Tag(name = "jobs")
final class PreviewResource {
  private static final Logger LOG = Logger.getLogger(PreviewResource.class);
  private static final String PNG = "image/png";
  private static final int LEAST_WIDTH = 64;
  private static final int MOST_WIDTH = 1920;
  private static final int RETRY_AFTER_SECONDS = 2;

  private final PagePreviews previews;
  private final BlobStore blobs;

  PreviewResource(PagePreviews previews, BlobStore blobs) {
    this.previews = previews;
    this.blobs = blobs;
  }

  @GET
  @Blocking
  @Operation(
      summary = "A picture of a slide",
      description =
          "Drawn from the page when it is asked for the first time. Prefer: wait=N says how many"
              + " seconds to wait for it at most, 0 not at all; 50 if left out, and never more."
              + " While too many are on their way, or waited for, the answer comes at once.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "202", description = "Not yet: Retry-After says when to ask again")
  @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
  @APIResponse(responseCode = "409", description = "RESULT_NOT_READY: the page is no slide yet")
  @APIResponse(responseCode = "422", description = "There is no slide; the problem says why")
  public Uni<Response> preview(
      @PathParam("id") String id,
      @PathParam("n") int page,
      @Parameter(
              description =
                  "in pixels, 64 to 1920; 960 if left out. There are pictures of 320, 640, 960 and"
                      + " 1920 pixels: the answer is the first that is as wide or wider.")
          @QueryParam("width")
          @Nullable String width,
      @HeaderParam("Prefer") @Nullable String prefer,
      @Context Request request,
      @Context SecurityContext security) {
    int pixels = QueryNumber.of("width", width, PagePreviews.WIDTH, LEAST_WIDTH, MOST_WIDTH);
    String tenant = Caller.of(security).tenant();
    return previews
        .picture(tenant, id, page, pixels, Waiting.orLongestUnlessNone(prefer).time())
        .map(
            picture ->
                picture
                    .flatMap(
                        file ->
                            answer(
                                file,
                                request,
                                () -> previews.drawAgain(tenant, id, page, pixels, file)))
                    .orElseGet(PreviewResource::later));
  }

  private static Response later() {
    return Response.accepted().header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
  }

  /** Nothing if the picture is lost. */
  private Optional<Response> answer(BlobRef picture, Request request, Runnable lost) {
    EntityTag tag = new EntityTag(picture.sha256());
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    Optional<Response.ResponseBuilder> answer =
        same == null ? whole(picture, lost) : Optional.of(same);
    return answer.map(
        builder ->
            builder
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Content-Security-Policy", "default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .build());
  }

  /** Read to its end, and so verified, before the answer begins. */
  private Optional<Response.ResponseBuilder> whole(BlobRef picture, Runnable lost) {
    try {
      return Optional.of(Response.ok(blobs.read(picture), PNG));
    } catch (BlobMissingException | BlobDamagedException e) {
      LOG.warnf("A preview is drawn again: %s", e.getMessage());
      lost.run();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a preview can't be read", e);
    }
  }
}
