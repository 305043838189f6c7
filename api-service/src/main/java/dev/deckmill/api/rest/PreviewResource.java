package dev.deckmill.api.rest;

import dev.deckmill.api.identity.Caller;
import dev.deckmill.api.preview.PagePreviews;
import dev.deckmill.contracts.BlobRef;
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
import org.jspecify.annotations.Nullable;

/** Shows what a page looks like: our PNG of it, never the SVG that somebody sent. */
@Path("/v1/jobs/{id}/pages/{n}/preview")
@Tag(name = "jobs")
final class PreviewResource {
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
              + " seconds to wait for it at most; 50 if left out, and never more.")
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
      @Parameter(description = "in pixels, 64 to 1920; 960 if left out") @QueryParam("width")
          @Nullable String width,
      @HeaderParam("Prefer") @Nullable String prefer,
      @Context Request request,
      @Context SecurityContext security) {
    int pixels = QueryNumber.of("width", width, PagePreviews.WIDTH, LEAST_WIDTH, MOST_WIDTH);
    return previews
        .picture(Caller.of(security).tenant(), id, page, pixels, Waiting.orLongest(prefer).time())
        .map(picture -> answer(picture, request));
  }

  private Response answer(Optional<BlobRef> picture, Request request) {
    if (picture.isEmpty()) {
      return Response.accepted().header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
    }
    EntityTag tag = new EntityTag(picture.get().sha256());
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    return (same == null ? whole(picture.get()) : same)
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private Response.ResponseBuilder whole(BlobRef picture) {
    try {
      return Response.ok(blobs.open(picture), PNG)
          .header(HttpHeaders.CONTENT_LENGTH, picture.length());
    } catch (IOException e) {
      throw new UncheckedIOException("a preview can't be read", e);
    }
  }
}
