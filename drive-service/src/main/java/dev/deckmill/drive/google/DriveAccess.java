package dev.deckmill.drive.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.deckmill.drive.DriveConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The way to Drive as it is set up: where it is and as whom it is called. */
public final class DriveAccess implements AutoCloseable {
  private final HttpTransport transport;
  private final Drive drive;
  private final boolean renewable;
  private final String summary;
  private final DriveGate gate;

  private DriveAccess(
      HttpTransport transport, Drive drive, DriveGate gate, boolean renewable, String summary) {
    this.transport = transport;
    this.drive = drive;
    this.gate = gate;
    this.renewable = renewable;
    this.summary = summary;
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
    Optional<Credentials> credentials = credentials(config, root, transport);
    DriveGate gate = DriveGate.of(config);
    Drive drive =
        new Drive.Builder(
                transport, GsonFactory.getDefaultInstance(), initializer(config, credentials, gate))
            .setRootUrl(root.address())
            .setApplicationName("Deckmill")
            .build();
    String summary = config.auth() + " at " + root.host();
    return new DriveAccess(transport, drive, gate, credentials.isPresent(), summary);
  }

  private static Optional<Credentials> credentials(
      DriveConfig config, RootUrl root, HttpTransport transport) {
    return switch (config.auth()) {
      case NONE -> {
        root.checkWithoutCredentials();
        yield Optional.empty();
      }
      case SERVICE_ACCOUNT -> {
        root.checkWithCredentials();
        yield Optional.of(serviceAccount(config, transport));
      }
    };
  }

  private static Credentials serviceAccount(DriveConfig config, HttpTransport transport) {
    DriveConfig.ServiceAccount account = config.serviceAccount();
    Path keyFile =
        account
            .keyFile()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "deckmill.drive.auth is service-account, but"
                            + " deckmill.drive.service-account.key-file does not say where its key is"));
    account.tokenUrl().ifPresent(url -> RootUrl.checkToken(url, config));
    try (InputStream key = Files.newInputStream(keyFile)) {
      ServiceAccountCredentials.Builder builder =
          ServiceAccountCredentials.fromStream(key, () -> transport).toBuilder()
              .setScopes(List.of(account.scope()))
              // How often something is tried is decided in one place, and not there.
              .setDefaultRetriesEnabled(false);
      account.subject().ifPresent(builder::setServiceAccountUser);
      account.tokenUrl().ifPresent(builder::setTokenServerUri);
      return builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The service account's key can't be read from "
              + keyFile
              + "; it has to be the JSON file that Google hands out",
          e);
    }
  }

  private static HttpRequestInitializer initializer(
      DriveConfig config, Optional<Credentials> credentials, DriveGate gate) {
    Optional<HttpCredentialsAdapter> adapter = credentials.map(HttpCredentialsAdapter::new);
    int connect = Math.toIntExact(config.timeouts().connect().toMillis());
    int read = Math.toIntExact(config.timeouts().read().toMillis());
    return request -> {
      if (adapter.isPresent()) {
        adapter.get().initialize(request);
      }
      request.setConnectTimeout(connect);
      request.setReadTimeout(read);
      // Once more at most, and only with a new token after a 401.
      request.setNumberOfRetries(1);
      // The library would log addresses, and a session's address is a secret.
      request.setLoggingEnabled(false);
      gate.guard(request);
    };
  }

  Drive drive() {
    return drive;
  }

  /** What all its calls go through. */
  public DriveGate gate() {
    return gate;
  }

  /** Whether a token that is refused can be exchanged for a new one. */
  boolean renewable() {
    return renewable;
  }

  /** How Drive is called, for people: the auth mode and the host. */
  public String summary() {
    return summary;
  }

  @Override
  public void close() throws IOException {
    transport.shutdown();
  }
}
