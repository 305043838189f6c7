package dev.deckmill.fakedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.apache.v2.ApacheHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import dev.deckmill.fakedrive.fault.CallKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private FakeDrive fake;

  @BeforeEach
  void start() throws IOException {
    fake = FakeDrive.start(FakeDriveSettings.defaults().requiringTokens());
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private URI tokenUri() {
    return fake.url().resolve("/token");
  }

  private Credentials serviceAccount() throws NoSuchAlgorithmException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    return ServiceAccountCredentials.newBuilder()
        .setClientEmail("decks@project.example")
        .setPrivateKey(keys.generateKeyPair().getPrivate())
        .setPrivateKeyId("k1")
        .setScopes(List.of("https://www.googleapis.com/auth/drive"))
        .setTokenServerUri(tokenUri())
        .build();
  }

  private Credentials user() {
    return UserCredentials.newBuilder()
        .setClientId("c")
        .setClientSecret("s")
        .setRefreshToken(fake.consent("https://www.googleapis.com/auth/drive"))
        .setTokenServerUri(tokenUri())
        .build();
  }

  private String rootName(com.google.api.client.http.HttpRequestInitializer initializer)
      throws IOException {
    return new Drive.Builder(
            new ApacheHttpTransport(), GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(fake.url() + "/")
        .setApplicationName("test")
        .build()
        .files()
        .get("root")
        .execute()
        .getName();
  }

  @Test
  void servesAServiceAccount() throws Exception {
    assertThat(rootName(new HttpCredentialsAdapter(serviceAccount()))).isEqualTo("My Drive");
    assertThat(fake.count(CallKind.TOKEN)).isEqualTo(1);
  }

  @Test
  void servesAUserWithARefreshToken() throws Exception {
    assertThat(rootName(new HttpCredentialsAdapter(user()))).isEqualTo("My Drive");
  }

  @Test
  void refusesCallsWithoutATokenAndWithAnotherOnes() {
    assertThat(status(request -> {})).isEqualTo(401);
    assertThat(status(request -> request.getHeaders().setAuthorization("Bearer other")))
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grant_type=password",
        "grant_type=refresh_token&refresh_token=",
        "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=abc",
        "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=e30.e30.c2ln"
      })
  void refusesGrantsThatGoogleWouldRefuse(String form) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(tokenUri()).POST(BodyPublishers.ofString(form)).build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("error_description").doesNotContain("access_token");
    }
  }

  @Test
  void letsTheClientFetchANewTokenWhenItsOwnIsRevoked() throws Exception {
    HttpCredentialsAdapter credentials = new HttpCredentialsAdapter(serviceAccount());
    rootName(credentials);
    fake.revokeTokens();
    assertThat(rootName(credentials)).isEqualTo("My Drive");
    assertThat(fake.count(CallKind.TOKEN)).isEqualTo(2);
  }

  private int status(com.google.api.client.http.HttpRequestInitializer initializer) {
    return catchThrowableOfType(GoogleJsonResponseException.class, () -> rootName(initializer))
        .getStatusCode();
  }
}
