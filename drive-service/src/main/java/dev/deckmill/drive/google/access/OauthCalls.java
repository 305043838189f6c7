package dev.deckmill.drive.google.access;

import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import dev.deckmill.drive.config.DriveConfig;
import java.io.IOException;

/**
 * What every call to Google's OAuth endpoints needs.
 *
 * @param initializer sets how long is waited, and that nothing is logged
 */
public record OauthCalls(
    HttpTransport transport,
    HttpRequestInitializer initializer,
    OauthClient client,
    String tokenUrl,
    String revokeUrl) {

  public static OauthCalls of(DriveConfig config, HttpTransport transport) {
    return new OauthCalls(
        transport,
        DriveAccess.plain(config),
        OauthClient.of(config),
        config.user().tokenUrl().toString(),
        config.user().revokeUrl().toString());
  }

  /** Made of the status and the error code alone: the library's exception quotes whole answers. */
  public static IOException meaning(TokenResponseException e) {
    int status = e.getStatusCode();
    if (status == 429 || status >= 500) {
      return new IOException("The token endpoint answered " + status);
    }
    String error = e.getDetails() == null ? null : e.getDetails().getError();
    return new TokenRefusedException(
        error != null && error.matches("[a-z_]{1,40}") ? error : "status " + status);
  }
}
