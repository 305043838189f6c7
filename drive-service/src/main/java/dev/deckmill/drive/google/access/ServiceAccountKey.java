package dev.deckmill.drive.google.access;

import com.google.api.client.http.HttpTransport;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.deckmill.drive.config.DriveConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A service account's key, and whom it acts for. */
public final class ServiceAccountKey {
  private static final String SUBJECT = "deckmill.drive.service-account.subject";

  private ServiceAccountKey() {}

  /**
   * Reads the key; calls nobody.
   *
   * @throws IllegalStateException if it can't be, or the settings contradict each other
   */
  public static ServiceAccountCredentials credentials(DriveConfig config, HttpTransport transport) {
    DriveConfig.ServiceAccount account = config.serviceAccount();
    account
        .tokenUrl()
        .ifPresent(
            url -> RootUrl.checkToken(url, "deckmill.drive.service-account.token-url", config));
    Path keyFile = file(config);
    checkSubject(config);
    try (InputStream key = Files.newInputStream(keyFile)) {
      ServiceAccountCredentials.Builder builder =
          ServiceAccountCredentials.fromStream(key, () -> transport).toBuilder()
              .setScopes(List.of(account.scope()))
              // How often something is tried is decided in one place, and not there.
              .setDefaultRetriesEnabled(false);
      account.subject().ifPresent(builder::setServiceAccountUser);
      account.tokenUrl().ifPresent(builder::setTokenServerUri);
      return builder.build();
    } catch (IOException | IllegalArgumentException e) {
      // What is in the file is a secret, so the parser's message is left out.
      throw new IllegalStateException(
          "The service account's key can't be read from "
              + keyFile
              + " (deckmill.drive.service-account.key-file); it has to be the JSON file that Google"
              + " hands out, and this process has to be allowed to read it");
    }
  }

  private static Path file(DriveConfig config) {
    return config
        .serviceAccount()
        .keyFile()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "deckmill.drive.auth is "
                        + config.auth().spelling()
                        + ", but deckmill.drive.service-account.key-file does not say where its key"
                        + " is"));
  }

  private static void checkSubject(DriveConfig config) {
    boolean named = config.serviceAccount().subject().isPresent();
    boolean delegated = config.auth() == DriveConfig.Auth.DOMAIN_WIDE_DELEGATION;
    if (delegated && !named) {
      throw new IllegalStateException(
          "deckmill.drive.auth is domain-wide-delegation, but "
              + SUBJECT
              + " does not say for which user of the domain it acts");
    }
    if (named && !delegated) {
      throw new IllegalStateException(
          SUBJECT
              + " names a user to act for, but deckmill.drive.auth is "
              + config.auth().spelling()
              + "; set it to domain-wide-delegation, or remove the user");
    }
  }
}
