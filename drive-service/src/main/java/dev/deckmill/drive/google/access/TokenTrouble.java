package dev.deckmill.drive.google.access;

import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.deckmill.drive.config.DriveConfig;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why no token is handed out, and what to do.
 *
 * @param found what Google said, by its error code alone
 */
public record TokenTrouble(String found, String mend) {
  private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\"([a-z_]{1,40})\"");

  public static TokenTrouble of(IOException e, DriveConfig config) {
    Optional<String> error = error(e);
    if (error.isEmpty()) {
      return new TokenTrouble(
          "The token endpoint could not be reached or is out of order ("
              + e.getClass().getSimpleName()
              + ").",
          "Check that drive-service reaches oauth2.googleapis.com, and try again.");
    }
    return new TokenTrouble(
        "Google hands out none: " + error.get() + ".", mend(error.get(), config));
  }

  private static String mend(String error, DriveConfig config) {
    return switch (config.auth()) {
      case NONE -> "No token is needed.";
      case SERVICE_ACCOUNT ->
          "Check that the service account and this key of it still exist in Google's console (IAM >"
              + " Service accounts > Keys) and that this machine's clock is right.";
      case DOMAIN_WIDE_DELEGATION -> delegation(error, config);
      case USER ->
          error.equals("invalid_grant")
              ? "The consent was taken back or has expired: connect again with POST"
                  + " /v1/drive/connection. If it expires every seven days, publish the OAuth"
                  + " consent screen: in testing Google ends consents after a week."
              : "Check the OAuth client of deckmill.drive.user.client-file in Google's console.";
    };
  }

  private static String delegation(String error, DriveConfig config) {
    return error.equals("unauthorized_client")
        ? "An administrator of the domain has to allow it: admin.google.com > Security > API controls"
            + " > Domain-wide delegation, client id "
            + clientId(config)
            + ", scope "
            + config.serviceAccount().scope()
            + ". It may take some minutes."
        : "Check that deckmill.drive.service-account.subject is a user of the domain, that the"
            + " service account and its key still exist, and that this machine's clock is right.";
  }

  private static String clientId(DriveConfig config) {
    ServiceAccountCredentials key = ServiceAccountKey.credentials(config, new NetHttpTransport());
    return key.getClientId();
  }

  private static Optional<String> error(IOException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof TokenRefusedException refused) {
        return Optional.of(refused.error());
      }
      if (t instanceof HttpResponseException answer && answer.getContent() != null) {
        Matcher matcher = ERROR.matcher(answer.getContent());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
