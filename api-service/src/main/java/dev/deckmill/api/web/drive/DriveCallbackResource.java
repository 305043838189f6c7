package dev.deckmill.api.web.drive;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.refusal.RefusalStatus;
import dev.deckmill.api.store.job.AuditStore;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.api.web.identity.WithoutKey;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.connection.ConsentGiven;
import dev.deckmill.contracts.connection.DriveConnection;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Where Google sends a person's browser back to. It has no key: the state names the tenant, is good
 * once, and nobody but who began the connection has it. This address is left out of traces, because
 * its query holds the code.
 */
@Path("/v1/drive/callback")
@Tag(name = "drive")
@Blocking
final class DriveCallbackResource {
  private static final int LONGEST = 2_048;

  private final DriveLink link;
  private final AppDatabase database;
  private final AuditStore audit;

  DriveCallbackResource(DriveLink link, AppDatabase database, AuditStore audit) {
    this.link = link;
    this.database = database;
    this.audit = audit;
  }

  @GET
  @WithoutKey
  @Produces(MediaType.TEXT_HTML)
  @Operation(
      summary = "Where Google sends the browser back to",
      description = "For browsers: answers a page that says what happens next.")
  @APIResponse(responseCode = "200", description = "The account is connected")
  @APIResponse(responseCode = "400", description = "It is not; the page says why and what to do")
  public Response back(
      @QueryParam("state") @Nullable String state,
      @QueryParam("code") @Nullable String code,
      @QueryParam("error") @Nullable String error,
      @Context SecurityContext security,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    try {
      DriveConnection connected =
          link.complete(
              given(state, code, error, tenant(security), ConsentCookie.shown(headers, uri)));
      note(connected.tenant());
      return CallbackPage.answer(200, CallbackPage.connected(connected));
    } catch (Refusal refusal) {
      return CallbackPage.answer(
          RefusalStatus.of(refusal), CallbackPage.refused(refusal.trouble()));
    }
  }

  private static ConsentGiven given(
      @Nullable String state,
      @Nullable String code,
      @Nullable String error,
      @Nullable String tenant,
      @Nullable ConsentCookie cookie) {
    if (state == null || state.length() > LONGEST || (code != null && code.length() > LONGEST)) {
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          "This is not how Google sends a browser back. Begin again with POST /v1/drive/connection.");
    }
    return new ConsentGiven(state, code, error, tenant, cookie == null ? null : cookie.sha256());
  }

  /** Of a key that was shown all the same: then it has to be the one that began. */
  private static @Nullable String tenant(SecurityContext security) {
    return security.getUserPrincipal() instanceof Caller caller ? caller.tenant() : null;
  }

  private void note(String tenant) {
    database.as(
        tenant,
        () -> {
          audit.note(
              new AuditStore.Deed(tenant, "browser", "drive.connect", "drive", "connected", null));
          return tenant;
        });
  }
}
