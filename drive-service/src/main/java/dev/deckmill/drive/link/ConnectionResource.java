package dev.deckmill.drive.link;

import dev.deckmill.contracts.connection.ConsentGiven;
import dev.deckmill.contracts.connection.ConsentOpened;
import dev.deckmill.contracts.connection.ConsentPage;
import dev.deckmill.contracts.connection.DriveCheckReport;
import dev.deckmill.contracts.connection.DriveConnection;
import dev.deckmill.contracts.connection.DrivePaths;
import dev.deckmill.drive.connection.ConnectionException;
import dev.deckmill.drive.connection.TenantAccounts;
import dev.deckmill.drive.google.check.DriveChecks;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The questions of api-service. Blocking: Google is waited for. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
final class ConnectionResource {
  private final TenantAccounts accounts;
  private final DriveChecks checks;

  ConnectionResource(TenantAccounts accounts, DriveChecks checks) {
    this.accounts = accounts;
    this.checks = checks;
  }

  @POST
  @Path(DrivePaths.CONNECTIONS + "/{tenant}")
  @Consumes(MediaType.WILDCARD)
  public ConsentPage begin(@PathParam("tenant") String tenant) throws ConnectionException {
    return accounts.begin(tenant);
  }

  @GET
  @Path(DrivePaths.CONNECTIONS + "/{tenant}")
  public DriveConnection status(@PathParam("tenant") String tenant) {
    return accounts.status(tenant);
  }

  @DELETE
  @Path(DrivePaths.CONNECTIONS + "/{tenant}")
  @Consumes(MediaType.WILDCARD)
  public DriveConnection end(@PathParam("tenant") String tenant) throws ConnectionException {
    return accounts.end(tenant);
  }

  @POST
  @Path(DrivePaths.CONSENT_PAGES)
  public ConsentPage open(ConsentOpened opened) throws ConnectionException {
    return accounts.open(opened);
  }

  @POST
  @Path(DrivePaths.CONSENTS)
  public DriveConnection complete(ConsentGiven given) throws ConnectionException {
    return accounts.complete(given);
  }

  @GET
  @Path(DrivePaths.CHECKS + "/{tenant}")
  public DriveCheckReport check(@PathParam("tenant") String tenant) {
    return checks.of(tenant);
  }
}
