package dev.deckmill.api.web.v1;

import dev.deckmill.api.intake.form.Bodies;
import dev.deckmill.api.intake.form.RequestBody;
import dev.deckmill.api.intake.upload.Uploads;
import dev.deckmill.api.store.intake.StoredUpload;
import dev.deckmill.api.web.identity.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.time.Instant;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files sent ahead of the submission that names them. */
@Path("/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "uploads")
final class UploadsResource {
  /** An upload as the API shows it. */
  @Schema(name = "Upload")
  record UploadView(
      @Schema(description = "what a source names it by") String id,
      String name,
      long bytes,
      @Schema(description = "lower-case hex, to be compared with one's own") String sha256,
      @Schema(description = "until when it can be named") Instant expiresAt) {
    static UploadView of(StoredUpload upload) {
      return new UploadView(
          upload.id(),
          upload.name(),
          upload.bytes().length(),
          upload.bytes().sha256(),
          upload.expires());
    }
  }

  private final Bodies bodies;
  private final Uploads uploads;
  private final ClientConnection connection;

  UploadsResource(Bodies bodies, Uploads uploads, ClientConnection connection) {
    this.bodies = bodies;
    this.uploads = uploads;
    this.connection = connection;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Send a page or a ZIP file of pages ahead",
      description =
          "The body is the file. A submission names it by its id, once or several times, over REST"
              + " or Kafka.")
  @APIResponse(
      responseCode = "201",
      description = "The file is kept until expiresAt",
      content = @Content(schema = @Schema(implementation = UploadView.class)))
  public Response upload(
      @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
              required = true,
              content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
          InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long contentLength,
      @QueryParam("name") @Parameter(description = "what to call it") @Nullable String name,
      @Context SecurityContext security) {
    OptionalLong length =
        contentLength == null ? OptionalLong.empty() : OptionalLong.of(contentLength);
    InputStream file =
        bodies.file(
            new RequestBody(
                MediaType.APPLICATION_OCTET_STREAM, length, body, connection::closeAfterAnswer));
    StoredUpload kept = uploads.keep(Caller.of(security), name == null ? "" : name, file);
    return Response.status(Response.Status.CREATED).entity(UploadView.of(kept)).build();
  }
}
