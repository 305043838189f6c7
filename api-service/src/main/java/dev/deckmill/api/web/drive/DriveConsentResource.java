package dev.deckmill.api.web.drive;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.refusal.RefusalStatus;
import dev.deckmill.api.web.identity.WithoutKey;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.connection.ConsentOpened;
import dev.deckmill.contracts.connection.ConsentPage;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser begins a consent: it is given a cookie, by which it is known when it comes back.
 */
@Path("/v1/drive/consent")
@Tag(name = "drive")
@Blocking
final class DriveConsentResource {
  private static final int LONGEST = 2_048;

  private final DriveLink link;

  DriveConsentResource(DriveLink link) {
    this.link = link;
  }

  @GET
  @WithoutKey
  @Produces(MediaType.TEXT_HTML)
  @Operation(
      summary = "Where a browser begins a consent",
      description =
          "For browsers: sets a cookie and sends on to Google's page. The consent is completed by the"
              + " browser that opened this first, and by no other.")
  @APIResponse(responseCode = "303", description = "Google's page")
  @APIResponse(responseCode = "400", description = "There is none; the page says why")
  public Response open(
      @QueryParam("state") @Nullable String state,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    try {
      if (state == null || state.length() > LONGEST) {
        throw Refusal.of(
            ErrorType.OPTION_INVALID,
            "This address lacks its state. Begin again with POST /v1/drive/connection.");
      }
      ConsentCookie cookie = ConsentCookie.shownOrNew(headers, uri);
      ConsentPage page = link.open(new ConsentOpened(state, cookie.sha256()));
      return CallbackPage.guarded(Response.seeOther(URI.create(page.address())))
          .cookie(cookie.set(page.expiresInSeconds()))
          .build();
    } catch (Refusal refusal) {
      return CallbackPage.answer(
          RefusalStatus.of(refusal), CallbackPage.refused(refusal.trouble()));
    }
  }
}
