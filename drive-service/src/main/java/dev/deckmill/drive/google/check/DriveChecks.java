package dev.deckmill.drive.google.check;

import dev.deckmill.contracts.connection.DriveCheck;
import dev.deckmill.contracts.connection.DriveCheckReport;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.store.ConnectedAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks whether decks can be delivered to Drive and says in plain words what is missing. Each look
 * needs those before it; nothing is written anywhere, and no secret is shown.
 */
public final class DriveChecks {
  private final DriveConfig config;
  private final Function<String, Optional<ConnectedAccount>> accounts;

  /**
   * @param accounts which account a tenant has connected, if tenants do
   */
  public DriveChecks(DriveConfig config, Function<String, Optional<ConnectedAccount>> accounts) {
    this.config = config;
    this.accounts = accounts;
  }

  /** For the decks of a tenant. */
  public DriveCheckReport of(String tenant) {
    return report(() -> accounts.apply(tenant), true);
  }

  /** For what all tenants have in common, without a database: before anything runs. */
  public DriveCheckReport ofConfiguration() {
    return report(Optional::empty, false);
  }

  private interface Account {
    Optional<ConnectedAccount> find();
  }

  private DriveCheckReport report(Account account, boolean forTenant) {
    List<DriveCheck> checks = new ArrayList<>(FileChecks.of(config));
    if (checks.stream().anyMatch(check -> check.outcome() == DriveCheck.Outcome.PROBLEM)) {
      checks.add(DriveCheck.skipped("Google Drive", "Not asked, because of the problems above."));
    } else {
      calls(account, forTenant, checks);
    }
    return new DriveCheckReport(config.auth().spelling(), about(), checks);
  }

  private void calls(Account account, boolean forTenant, List<DriveCheck> checks) {
    try (DriveAccess access = DriveAccess.open(config)) {
      CallChecks calls = new CallChecks(config, access, checks);
      if (!calls.reaches()) {
        return;
      }
      switch (config.auth()) {
        case NONE -> calls.place();
        case SERVICE_ACCOUNT, DOMAIN_WIDE_DELEGATION -> {
          if (calls.token()) {
            calls.place();
          }
        }
        case USER -> connected(account, forTenant, access, checks);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The connections of a check could not be closed", e);
    }
  }

  private void connected(
      Account account, boolean forTenant, DriveAccess access, List<DriveCheck> checks) {
    String name = "Connected account";
    if (!forTenant) {
      checks.add(
          DriveCheck.skipped(
              name,
              "Each tenant connects its own, once everything runs: POST /v1/drive/connection."));
      return;
    }
    Optional<ConnectedAccount> found = account.find();
    Optional<String> token =
        found.filter(one -> !one.broken()).flatMap(ConnectedAccount::refreshToken);
    if (token.isEmpty()) {
      checks.add(
          DriveCheck.problem(
              name,
              found.isEmpty()
                  ? "This tenant has connected no Google account."
                  : "The account that this tenant connected gives no access any more.",
              "POST /v1/drive/connection gives the address of the page on which to agree."));
      return;
    }
    CallChecks calls = new CallChecks(config, access.as(token.get(), () -> {}), checks);
    if (calls.token()) {
      calls.place();
    }
  }

  private String about() {
    return switch (config.auth()) {
      case NONE -> "No credentials: decks go to a stand-in for Google Drive.";
      case SERVICE_ACCOUNT ->
          "A service account writes into a shared drive that it is a member of.";
      case DOMAIN_WIDE_DELEGATION ->
          "A service account acts for one user of a Google Workspace domain.";
      case USER -> "Each tenant connects a Google account of its own in a browser.";
    };
  }
}
