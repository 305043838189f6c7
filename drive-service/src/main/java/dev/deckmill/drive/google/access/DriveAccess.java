package dev.deckmill.drive.google.access;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import dev.deckmill.drive.config.DriveConfig;
import java.io.IOException;
import java.util.Optional;

/** The way to Drive as it is set up: where it is and as whom it is called. */
public final class DriveAccess implements AutoCloseable {
  private final DriveConfig config;
  private final RootUrl root;
  private final HttpTransport transport;
  private final Optional<Credentials> credentials;
  private final Drive drive;
  private final DriveGate gate;

  private DriveAccess(
      DriveConfig config,
      RootUrl root,
      HttpTransport transport,
      Optional<Credentials> credentials,
      DriveGate gate) {
    this.config = config;
    this.root = root;
    this.transport = transport;
    this.credentials = credentials;
    this.gate = gate;
    this.drive =
        new Drive.Builder(
                transport, GsonFactory.getDefaultInstance(), initializer(config, credentials, gate))
            .setRootUrl(root.address())
            .setApplicationName("Deckmill")
            .build();
  }

  /**
   * Opens the way; calls nobody yet.
   *
   * @throws IllegalStateException if the configuration can't work or would send decks or
   *     credentials where they don't belong, with how to mend it
   */
  public static DriveAccess open(DriveConfig config) {
    RootUrl root = RootUrl.of(config);
    // Apache's client, because the JDK's older one sends a request a second time on its own.
    HttpTransport transport = new ApacheHttpTransport();
    return new DriveAccess(
        config, root, transport, credentials(config, root, transport), DriveGate.of(config));
  }

  /**
   * The same way as a user who has agreed.
   *
   * @param refreshToken what access is renewed for
   * @param consentGone called when Google says that the consent is no longer valid
   */
  public DriveAccess as(String refreshToken, Runnable consentGone) {
    Credentials user = new TenantCredentials(oauth(), refreshToken, consentGone);
    return new DriveAccess(config, root, transport, Optional.of(user), gate);
  }

  /** What calls to Google's OAuth endpoints need. */
  public OauthCalls oauth() {
    return OauthCalls.of(config, transport);
  }

  private static Optional<Credentials> credentials(
      DriveConfig config, RootUrl root, HttpTransport transport) {
    return switch (config.auth()) {
      case NONE -> {
        root.checkWithoutCredentials();
        yield Optional.empty();
      }
      case SERVICE_ACCOUNT, DOMAIN_WIDE_DELEGATION -> {
        root.checkWithCredentials();
        yield Optional.of(ServiceAccountKey.credentials(config, transport));
      }
      case USER -> {
        root.checkWithCredentials();
        OauthClient.of(config);
        // Each tenant has credentials of its own; without one nobody is anybody.
        yield Optional.empty();
      }
    };
  }

  private static HttpRequestInitializer initializer(
      DriveConfig config, Optional<Credentials> credentials, DriveGate gate) {
    Optional<HttpCredentialsAdapter> adapter = credentials.map(HttpCredentialsAdapter::new);
    HttpRequestInitializer plain = plain(config);
    return request -> {
      if (adapter.isPresent()) {
        adapter.get().initialize(request);
      }
      plain.initialize(request);
      gate.guard(request);
    };
  }

  /** How long is waited, how often is tried, and that nothing is logged. */
  public static HttpRequestInitializer plain(DriveConfig config) {
    int connect = Math.toIntExact(config.timeouts().connect().toMillis());
    int read = Math.toIntExact(config.timeouts().read().toMillis());
    return request -> {
      request.setConnectTimeout(connect);
      request.setReadTimeout(read);
      // Once more at most, and only with a new token after a 401.
      request.setNumberOfRetries(1);
      // The library would log addresses, and a session's address is a secret.
      request.setLoggingEnabled(false);
    };
  }

  public Drive drive() {
    return drive;
  }

  /** What all its calls go through. */
  public DriveGate gate() {
    return gate;
  }

  public HttpTransport transport() {
    return transport;
  }

  /** As whom calls are made; empty where nobody has to be somebody, or each tenant is. */
  public Optional<Credentials> credentials() {
    return credentials;
  }

  /** Whether a token that is refused can be exchanged for a new one. */
  public boolean renewable() {
    return credentials.isPresent();
  }

  /** How Drive is called, for people: the auth mode and the host. */
  public String summary() {
    return config.auth() + " at " + root.host();
  }

  @Override
  public void close() throws IOException {
    transport.shutdown();
  }
}
