package dev.deckmill.drive.google.access;

import com.google.api.client.googleapis.auth.oauth2.GoogleClientSecrets;
import com.google.api.client.json.gson.GsonFactory;
import dev.deckmill.drive.config.DriveConfig;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our OAuth client as Google knows it.
 *
 * @param redirectUrls where Google may send browsers back to; empty if the file does not say
 */
public record OauthClient(String id, String secret, List<String> redirectUrls) {
  public OauthClient {
    redirectUrls = List.copyOf(redirectUrls);
  }

  /**
   * Reads it from where the configuration says.
   *
   * @throws IllegalStateException if it is not there or not complete, with how to mend it
   */
  public static OauthClient of(DriveConfig config) {
    Path file =
        config
            .user()
            .clientFile()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "deckmill.drive.auth is user, but deckmill.drive.user.client-file does not"
                            + " say where the OAuth client is"));
    URI tokens = config.user().tokenUrl();
    RootUrl.checkToken(tokens, "deckmill.drive.user.token-url", config);
    RootUrl.checkToken(config.user().revokeUrl(), "deckmill.drive.user.revoke-url", config);
    redirectUrl(config);
    return read(file);
  }

  /** Where browsers are sent back to. */
  public static String redirectUrl(DriveConfig config) {
    return config
        .user()
        .redirectUrl()
        .map(URI::toString)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "deckmill.drive.auth is user, but deckmill.drive.user.redirect-url does not say"
                        + " where Google is to send browsers back to: the public address of this"
                        + " installation with /v1/drive/callback"));
  }

  private static OauthClient read(Path file) {
    try (Reader json = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      GoogleClientSecrets.Details web =
          GoogleClientSecrets.load(GsonFactory.getDefaultInstance(), json).getWeb();
      if (web != null && filled(web.getClientId()) && filled(web.getClientSecret())) {
        List<String> redirects = web.getRedirectUris();
        return new OauthClient(
            web.getClientId(), web.getClientSecret(), redirects == null ? List.of() : redirects);
      }
    } catch (IOException | IllegalArgumentException e) {
      // What is in the file is a secret, so the parser's message is left out.
      throw new IllegalStateException(unreadable(file));
    }
    throw new IllegalStateException(unreadable(file));
  }

  private static boolean filled(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private static String unreadable(Path file) {
    return "The OAuth client can't be read from "
        + file
        + " (deckmill.drive.user.client-file); it has to be the JSON file that Google hands out for"
        + " a client of type \"Web application\"";
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "OauthClient[" + id + "]";
  }
}
