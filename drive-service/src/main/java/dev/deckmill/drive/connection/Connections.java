package dev.deckmill.drive.connection;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.connection.ConsentGiven;
import dev.deckmill.contracts.connection.ConsentOpened;
import dev.deckmill.contracts.connection.ConsentPage;
import dev.deckmill.contracts.connection.DriveConnection;
import dev.deckmill.contracts.connection.DriveConnection.State;
import dev.deckmill.drive.store.ConnectedAccount;
import dev.deckmill.drive.store.ConnectionStore;
import dev.deckmill.drive.store.ConsentStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Connects tenants with Google accounts of their own, says which one is connected, and disconnects
 * it.
 */
public final class Connections implements TenantAccounts {
  private static final Logger LOG = Logger.getLogger(Connections.class);
  private static final String MODE = "user";
  private static final String AGAIN = "Begin again with POST /v1/drive/connection.";

  /** RFC 7636 §4.1 wants 43 to 128 characters; 32 bytes in base64url are 43. */
  private static final int RANDOM_BYTES = 32;

  private final ConsentProvider door;
  private final ConsentStore consents;
  private final ConnectionStore connections;
  private final Duration consentTime;
  private final SecureRandom random = new SecureRandom();

  public Connections(
      ConsentProvider door,
      ConsentStore consents,
      ConnectionStore connections,
      Duration consentTime) {
    this.door = door;
    this.consents = consents;
    this.connections = connections;
    this.consentTime = consentTime;
  }

  @Override
  public ConsentPage begin(String tenant) {
    String state = random();
    String verifier = random();
    consents.put(tenant, state, verifier, consentTime);
    return new ConsentPage(door.beginning(state).toString(), consentTime.toSeconds());
  }

  @Override
  public ConsentPage open(ConsentOpened opened) throws ConnectionException {
    ConsentStore.Asked asked =
        consents
            .open(opened.state(), opened.browserSha256())
            .orElseThrow(
                () ->
                    consents.isOfAnotherBrowser(opened.state(), opened.browserSha256())
                        ? ofAnotherBrowser()
                        : notAsked());
    return new ConsentPage(
        door.page(opened.state(), challengeOf(asked.verifier())).toString(),
        consentTime.toSeconds());
  }

  @Override
  public DriveConnection complete(ConsentGiven given) throws ConnectionException {
    if (consents.isOfAnotherBrowser(given.state(), given.browserSha256())) {
      throw ofAnotherBrowser();
    }
    ConsentStore.Asked asked = take(given);
    if (given.code() == null) {
      throw new ConnectionException(
          ErrorType.DELIVERY_STATE, "Google sent no consent back" + said(given) + ". " + AGAIN);
    }
    ConsentProvider.Granted granted = door.exchange(given.code(), asked.verifier());
    Optional<ConnectedAccount> before = connections.find(asked.tenant());
    connections.put(asked.tenant(), granted.account(), granted.scope(), granted.refreshToken());
    before.filter(old -> !old.account().equals(granted.account())).ifPresent(this::giveBack);
    LOG.infof("Tenant %s has connected a Google account", asked.tenant());
    return status(asked.tenant());
  }

  /** What was asked, which can be answered once. */
  private ConsentStore.Asked take(ConsentGiven given) throws ConnectionException {
    return consents
        .take(given.state(), given.browserSha256())
        .filter(found -> given.tenant() == null || given.tenant().equals(found.tenant()))
        .orElseThrow(this::notAsked);
  }

  private ConnectionException notAsked() {
    return new ConnectionException(
        ErrorType.DELIVERY_STATE,
        "This consent was not asked for here, was answered before, or took longer than "
            + consentTime.toMinutes()
            + " minutes. "
            + AGAIN);
  }

  private static ConnectionException ofAnotherBrowser() {
    return new ConnectionException(
        ErrorType.DELIVERY_STATE,
        "This consent belongs to another browser, or this one keeps no cookies. Open the address"
            + " that began it in the browser in which you agree. "
            + AGAIN);
  }

  /** Of the account that was replaced; its owner can take back what we could not. */
  private void giveBack(ConnectedAccount old) {
    if (old.refreshToken().isPresent()) {
      try {
        door.revoke(old.refreshToken().get());
      } catch (ConnectionException e) {
        LOG.warnf("The consent of a replaced account could not be given back. %s", e.getMessage());
      }
    }
  }

  /** Google's word, if it looks like one. */
  private static String said(ConsentGiven given) {
    String error = given.error();
    return error != null && error.matches("[a-z_]{1,40}") ? " (" + error + ")" : "";
  }

  @Override
  public DriveConnection status(String tenant) {
    return connections.find(tenant).map(found -> view(tenant, found)).orElseGet(() -> none(tenant));
  }

  private static DriveConnection none(String tenant) {
    return new DriveConnection(
        tenant,
        State.NONE,
        MODE,
        null,
        null,
        "No Google account is connected; POST /v1/drive/connection gives the page to agree on.");
  }

  private static DriveConnection view(String tenant, ConnectedAccount account) {
    boolean lost = account.refreshToken().isEmpty();
    return new DriveConnection(
        tenant,
        account.broken() || lost ? State.BROKEN : State.CONNECTED,
        MODE,
        account.account(),
        account.connectedAt().toString(),
        detail(account));
  }

  private static String detail(ConnectedAccount account) {
    if (account.broken()) {
      return "Google gives no access any more: the consent was taken back or has expired. "
          + "Connect it again with POST /v1/drive/connection.";
    }
    if (account.refreshToken().isEmpty()) {
      return "The key that sealed this connection is not there any more. Put it back"
          + " (deckmill.drive.old-seal-key-files), or connect again with POST"
          + " /v1/drive/connection.";
    }
    return "Decks are delivered into this account's Drive.";
  }

  @Override
  public DriveConnection end(String tenant) throws ConnectionException {
    Optional<ConnectedAccount> account = connections.find(tenant);
    if (account.isPresent()) {
      // Given back first: a token that is forgotten here and good for something is worse.
      if (account.get().refreshToken().isPresent()) {
        door.revoke(account.get().refreshToken().get());
      }
      connections.remove(tenant, account.get().connectionId());
      LOG.infof("Tenant %s has disconnected its Google account", tenant);
    }
    return none(tenant);
  }

  private String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** RFC 7636 §4.2, S256. */
  private static String challengeOf(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
