package dev.deckmill.api.web.drive;

import dev.deckmill.api.store.job.AuditStore;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.connection.ConsentPage;
import dev.deckmill.contracts.connection.DriveCheck;
import dev.deckmill.contracts.connection.DriveCheckReport;
import dev.deckmill.contracts.connection.DriveConnection;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The Google account that a tenant's decks are delivered as. */
@Path("/v1/drive")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "drive")
@Blocking
final class DriveConnectionResource {
  /** Where a person can agree. */
  @Schema(name = "DriveConsent")
  record ConsentView(
      @Schema(
              description =
                  "to be opened in the browser of whoever is to agree, which is sent on to Google's page;"
                      + " good once, and for that browser alone")
          String authorizationUrl,
      long expiresInSeconds) {
    static ConsentView of(ConsentPage page) {
      return new ConsentView(page.address(), page.expiresInSeconds());
    }
  }

  /** As whom decks are delivered. */
  @Schema(name = "DriveConnection")
  record ConnectionView(
      @Schema(description = "not_needed, none, connected or broken") String state,
      @Schema(description = "none, service-account, domain-wide-delegation or user") String mode,
      @Nullable String account,
      @Schema(description = "RFC 3339") @Nullable String since,
      @Schema(description = "what is so, and what to do where something is to be done")
          String detail) {
    static ConnectionView of(DriveConnection connection) {
      return new ConnectionView(
          connection.state().name().toLowerCase(Locale.ROOT),
          connection.mode(),
          connection.account(),
          connection.since(),
          connection.detail());
    }
  }

  /** One thing that a delivery needs. */
  @Schema(name = "DriveCheckItem")
  record CheckItemView(
      String name,
      @Schema(description = "ok, advice, problem or skipped") String outcome,
      String found,
      @Schema(description = "what to do") @Nullable String mend) {
    static CheckItemView of(DriveCheck check) {
      return new CheckItemView(
          check.name(),
          check.outcome().name().toLowerCase(Locale.ROOT),
          check.found(),
          check.mend());
    }
  }

  /** Whether decks can be delivered. */
  @Schema(name = "DriveCheck")
  record CheckView(boolean good, String mode, String about, List<CheckItemView> checks) {
    static CheckView of(DriveCheckReport report) {
      return new CheckView(
          report.good(),
          report.mode(),
          report.about(),
          report.checks().stream().map(CheckItemView::of).toList());
    }
  }

  private final DriveLink link;
  private final AppDatabase database;
  private final AuditStore audit;

  DriveConnectionResource(DriveLink link, AppDatabase database, AuditStore audit) {
    this.link = link;
    this.database = database;
    this.audit = audit;
  }

  @POST
  @Path("/connection")
  @Operation(
      summary = "Begin to connect a Google account",
      description =
          "Answers the address at which its owner's browser begins: it is given a cookie and sent on"
              + " to Google's page to agree; Google then sends the same browser to /v1/drive/callback, and the account is connected in place of the one"
              + " before.")
  @APIResponse(
      responseCode = "400",
      description = "DELIVERY_STATE: tenants connect no accounts in this installation")
  public ConsentView begin(@Context SecurityContext security) {
    Caller caller = Caller.of(security);
    ConsentView page = ConsentView.of(link.begin(caller.tenant()));
    note(caller, "drive.connect", "asked");
    return page;
  }

  @GET
  @Path("/connection")
  @Operation(summary = "Say as whom decks are delivered to Google Drive")
  public ConnectionView status(@Context SecurityContext security) {
    return ConnectionView.of(link.status(Caller.of(security).tenant()));
  }

  @DELETE
  @Path("/connection")
  @Operation(
      summary = "Disconnect the Google account",
      description =
          "Gives the consent back to Google and forgets the token. Decks that were delivered stay;"
              + " deliveries that are still to come end with DRIVE_AUTH.")
  @APIResponse(
      responseCode = "502",
      description = "DRIVE_UNAVAILABLE: Google could not be reached, so nothing was forgotten")
  public ConnectionView end(@Context SecurityContext security) {
    Caller caller = Caller.of(security);
    ConnectionView ended = ConnectionView.of(link.end(caller.tenant()));
    note(caller, "drive.disconnect", "done");
    return ended;
  }

  @GET
  @Path("/check")
  @Operation(
      summary = "Look whether decks can be delivered to Google Drive",
      description =
          "Reads keys, asks Google for a token, the folder and its room, and says in plain words what"
              + " is missing and what to do. Writes nothing.")
  public CheckView check(@Context SecurityContext security) {
    return CheckView.of(link.check(Caller.of(security).tenant()));
  }

  private void note(Caller caller, String action, String result) {
    database.as(
        caller.tenant(),
        () -> {
          audit.note(
              new AuditStore.Deed(
                  caller.tenant(), caller.keyName(), action, "drive", result, null));
          return result;
        });
  }
}
