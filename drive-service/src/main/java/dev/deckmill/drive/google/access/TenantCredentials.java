package dev.deckmill.drive.google.access;

import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.RefreshTokenRequest;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import java.util.Date;

/** Renews access for a connected account, and reports when its consent is gone. */
@SuppressWarnings("serial") // Nobody serialises it; the library's base class is serialisable.
final class TenantCredentials extends OAuth2Credentials {
  private static final long USUAL_SECONDS = 3600;

  private final transient OauthCalls calls;
  private final transient String refreshToken;
  private final transient Runnable consentGone;

  /**
   * @param consentGone called once Google says that the consent is no longer valid
   */
  TenantCredentials(OauthCalls calls, String refreshToken, Runnable consentGone) {
    this.calls = calls;
    this.refreshToken = refreshToken;
    this.consentGone = consentGone;
  }

  @Override
  public AccessToken refreshAccessToken() throws IOException {
    try {
      TokenResponse response =
          new RefreshTokenRequest(
                  calls.transport(),
                  GsonFactory.getDefaultInstance(),
                  new GenericUrl(calls.tokenUrl()),
                  refreshToken)
              .setClientAuthentication(
                  new ClientParametersAuthentication(calls.client().id(), calls.client().secret()))
              .setRequestInitializer(calls.initializer())
              .execute();
      return accessToken(response);
    } catch (TokenResponseException e) {
      throw meaning(e);
    }
  }

  @SuppressWarnings("JavaUtilDate") // The library's token has no other time.
  private static AccessToken accessToken(TokenResponse response) {
    Long seconds = response.getExpiresInSeconds();
    long life = seconds == null ? USUAL_SECONDS : seconds;
    return new AccessToken(
        response.getAccessToken(), new Date(System.currentTimeMillis() + life * 1000));
  }

  private IOException meaning(TokenResponseException e) {
    IOException trouble = OauthCalls.meaning(e);
    if (trouble instanceof TokenRefusedException refused && refused.consentGone()) {
      consentGone.run();
    }
    return trouble;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
