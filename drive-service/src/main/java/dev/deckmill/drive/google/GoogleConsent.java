package dev.deckmill.drive.google;

import com.google.api.client.auth.oauth2.AuthorizationCodeRequestUrl;
import com.google.api.client.auth.oauth2.AuthorizationCodeTokenRequest;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.UrlEncodedContent;
import com.google.api.client.json.gson.GsonFactory;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.connection.ConnectionException;
import dev.deckmill.drive.connection.ConsentProvider;
import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.google.access.OauthCalls;
import dev.deckmill.drive.google.access.OauthClient;
import dev.deckmill.drive.google.access.TokenRefusedException;
import dev.deckmill.drive.google.client.DriveClient;
import dev.deckmill.drive.google.client.DriveTroubles;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Google's pages and endpoints for consents: authorisation code with PKCE (RFC 7636, S256). */
public final class GoogleConsent implements ConsentProvider {
  private static final String AGAIN = "Begin again with POST /v1/drive/connection.";

  private final OauthCalls calls;
  private final DriveAccess access;
  private final String page;
  private final String redirectUrl;
  private final String scope;

  /**
   * A door that takes users through the OAuth client of the configuration.
   *
   * @throws IllegalStateException if the configuration can't work, with how to mend it
   */
  public GoogleConsent(DriveAccess access, DriveConfig config) {
    this.calls = access.oauth();
    this.access = access;
    this.page = config.user().authorizationUrl().toString();
    this.redirectUrl = OauthClient.redirectUrl(config);
    this.scope = config.user().scope();
  }

  @Override
  public URI beginning(String state) {
    return URI.create(redirectUrl).resolve("consent?state=" + state);
  }

  @Override
  public URI page(String state, String challenge) {
    AuthorizationCodeRequestUrl url =
        new AuthorizationCodeRequestUrl(page, calls.client().id())
            .setRedirectUri(redirectUrl)
            .setScopes(List.of(scope))
            .setState(state);
    url.set("code_challenge", challenge);
    url.set("code_challenge_method", "S256");
    // Without these two Google gives no token that outlives the hour, or only the first time.
    url.set("access_type", "offline");
    url.set("prompt", "consent");
    return url.toURI();
  }

  @Override
  public Granted exchange(String code, String verifier) throws ConnectionException {
    try {
      TokenResponse answer = ask(code, verifier);
      String granted = answer.getScope() == null ? "" : answer.getScope();
      if (!List.of(granted.split(" ", -1)).contains(scope)) {
        throw new ConnectionException(
            ErrorType.DRIVE_AUTH,
            "The account was connected without leave to put files into its Drive. Tick that box on"
                + " Google's page. "
                + AGAIN);
      }
      String refreshToken = answer.getRefreshToken();
      if (refreshToken == null) {
        throw new ConnectionException(
            ErrorType.DRIVE_AUTH,
            "Google gave no lasting access. Remove Deckmill among the third-party apps of your"
                + " Google account, then begin again.");
      }
      return new Granted(account(refreshToken), granted, refreshToken);
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  private TokenResponse ask(String code, String verifier) throws IOException {
    AuthorizationCodeTokenRequest request =
        new AuthorizationCodeTokenRequest(
                calls.transport(),
                GsonFactory.getDefaultInstance(),
                new GenericUrl(calls.tokenUrl()),
                code)
            .setRedirectUri(redirectUrl)
            .setClientAuthentication(
                new ClientParametersAuthentication(calls.client().id(), calls.client().secret()))
            .setRequestInitializer(calls.initializer());
    request.set("code_verifier", verifier);
    try {
      return request.execute();
    } catch (TokenResponseException e) {
      throw OauthCalls.meaning(e);
    }
  }

  private String account(String refreshToken) throws IOException {
    return new DriveClient(access.as(refreshToken, () -> {}).drive())
        .about()
        .getUser()
        .getEmailAddress();
  }

  private static ConnectionException trouble(IOException e) {
    if (e instanceof TokenRefusedException refused) {
      return new ConnectionException(
          ErrorType.DRIVE_AUTH,
          refused.consentGone()
              ? "Google does not take the code that the browser brought back. " + AGAIN
              : "Google does not take this installation's OAuth client ("
                  + refused.error()
                  + "); the operator has to check deckmill.drive.user.client-file and"
                  + " deckmill.drive.user.redirect-url.");
    }
    String detail = DriveTroubles.of(e).trouble().detail();
    return new ConnectionException(DriveTroubles.of(e).trouble().type(), detail + ". " + AGAIN);
  }

  @Override
  public void revoke(String refreshToken) throws ConnectionException {
    @Nullable HttpResponse response = null;
    try {
      response =
          calls
              .transport()
              .createRequestFactory(calls.initializer())
              .buildPostRequest(
                  new GenericUrl(calls.revokeUrl()),
                  new UrlEncodedContent(Map.of("token", refreshToken)))
              .setThrowExceptionOnExecuteError(false)
              .execute();
      // 400 says that the token is good for nothing already.
      if (!response.isSuccessStatusCode() && response.getStatusCode() != 400) {
        throw unreached("answered " + response.getStatusCode());
      }
    } catch (IOException e) {
      throw unreached("could not be reached (" + e.getClass().getSimpleName() + ")");
    } finally {
      close(response);
    }
  }

  private static void close(@Nullable HttpResponse response) {
    if (response != null) {
      try {
        response.disconnect();
      } catch (IOException gone) {
        // What it said is known by now.
      }
    }
  }

  private static ConnectionException unreached(String how) {
    return new ConnectionException(
        ErrorType.DRIVE_UNAVAILABLE,
        "Google "
            + how
            + " when the consent was to be given back, so nothing was changed. Try"
            + " again; or remove Deckmill among the third-party apps of the Google account.");
  }
}
