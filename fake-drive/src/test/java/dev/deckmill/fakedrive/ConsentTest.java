package dev.deckmill.fakedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ClientId;
import com.google.auth.oauth2.DefaultPKCEProvider;
import com.google.auth.oauth2.PKCEProvider;
import com.google.auth.oauth2.UserAuthorizer;
import com.google.auth.oauth2.UserCredentials;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's consent as Google's own OAuth library asks for it. */
class ConsentTest {
  private static final String SCOPE = "https://www.googleapis.com/auth/drive.file";
  private static final String CALLBACK = "http://127.0.0.1:9/v1/drive/callback";

  private final HttpClient browser = HttpClient.newHttpClient();
  private FakeDrive fake;

  @BeforeEach
  void start() throws IOException {
    fake = FakeDrive.start(FakeDriveSettings.defaults().requiringTokens());
  }

  @AfterEach
  void stop() {
    fake.close();
    browser.close();
  }

  private UserAuthorizer authorizer(PKCEProvider pkce) {
    return UserAuthorizer.newBuilder()
        .setClientId(ClientId.of("client", "secret"))
        .setScopes(List.of(SCOPE))
        .setTokenServerUri(fake.url().resolve("/token"))
        .setUserAuthUri(fake.url().resolve("/o/oauth2/v2/auth"))
        .setCallbackUri(URI.create(CALLBACK))
        .setPKCEProvider(pkce)
        .build();
  }

  private Map<String, String> agree(UserAuthorizer authorizer) throws Exception {
    URI page = authorizer.getAuthorizationUrl("me", "state-1", null).toURI();
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(fake.url().resolve(page.getRawPath() + "?" + page.getRawQuery()))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(302);
    URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
    assertThat(back.toString()).startsWith(CALLBACK + "?");
    return Stream.of(back.getQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private String account(UserCredentials credentials) throws IOException {
    return new Drive.Builder(
            new ApacheHttpTransport(),
            GsonFactory.getDefaultInstance(),
            new HttpCredentialsAdapter(credentials))
        .setRootUrl(fake.url() + "/")
        .setApplicationName("test")
        .build()
        .about()
        .get()
        .setFields("user(emailAddress)")
        .execute()
        .getUser()
        .getEmailAddress();
  }

  private UserCredentials exchange(UserAuthorizer authorizer, String code) throws IOException {
    return authorizer.getCredentialsFromCode(code, URI.create(CALLBACK));
  }

  private int revoke(String token) throws Exception {
    return browser
        .send(
            HttpRequest.newBuilder(fake.url().resolve("/revoke"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + token))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void givesACodeOnceAndARefreshTokenForIt() throws Exception {
    UserAuthorizer authorizer = authorizer(new DefaultPKCEProvider());
    Map<String, String> back = agree(authorizer);
    assertThat(back).containsEntry("state", "state-1").containsKey("code");
    UserCredentials credentials = exchange(authorizer, back.get("code"));
    assertThat(account(credentials)).isEqualTo("someone@example.com");
    assertThat(fake.secrets()).contains(credentials.getRefreshToken());
    assertThatThrownBy(() -> exchange(authorizer, back.get("code")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void givesNothingWithoutTheVerifierOfTheChallenge() throws Exception {
    UserAuthorizer asked = authorizer(new DefaultPKCEProvider());
    String code = agree(asked).get("code");
    assertThatThrownBy(() -> exchange(authorizer(new DefaultPKCEProvider()), code))
        .isInstanceOf(IOException.class);
    assertThat(fake.openConsents()).isZero();
  }

  @Test
  void handsOutNoTokenOnceTheConsentIsTakenBack() throws Exception {
    UserAuthorizer authorizer = authorizer(new DefaultPKCEProvider());
    UserCredentials credentials = exchange(authorizer, agree(authorizer).get("code"));
    assertThat(revoke(credentials.getRefreshToken())).isEqualTo(200);
    assertThat(revoke(credentials.getRefreshToken())).isEqualTo(400);
    assertThatThrownBy(credentials::refresh)
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("invalid_grant");
  }

  @Test
  void saysNoWhenTheScriptSaysSo() throws Exception {
    fake.faults().on(CallKind.AUTHORIZE, 1, new Fault.Deny());
    assertThat(Optional.ofNullable(agree(authorizer(new DefaultPKCEProvider())).get("error")))
        .contains("access_denied");
  }

  @Test
  void refusesTokensInTheFormOfOAuth() throws Exception {
    fake.faults().on(CallKind.TOKEN, 1, new Fault.Refuse(400, "invalid_grant"));
    UserAuthorizer authorizer = authorizer(new DefaultPKCEProvider());
    String code = agree(authorizer).get("code");
    assertThatThrownBy(() -> exchange(authorizer, code)).hasStackTraceContaining("invalid_grant");
  }
}
