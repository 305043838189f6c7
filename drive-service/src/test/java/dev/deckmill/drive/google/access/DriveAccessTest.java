package dev.deckmill.drive.google.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.drive.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriveAccessTest {
  @TempDir Path dir;

  private static String opened(Map<String, String> config) throws IOException {
    try (DriveAccess access = DriveAccess.open(TestConfig.of(config))) {
      return access.summary();
    }
  }

  private static void refuses(Map<String, String> config, String mend) {
    assertThatThrownBy(() -> opened(config))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(mend);
  }

  @Test
  void takesNoStandInForGoogleWithoutBeingTold() {
    refuses(Map.of(), "service-account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1",
        "http://localhost:1/",
        "http://127.9.9.9/",
        "http://[::1]:1"
      })
  void needsNoCredentialsOnThisMachine(String url) throws IOException {
    assertThat(opened(Map.of("deckmill.drive.root-url", url))).startsWith("NONE at ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://drive:8080/",
        "http://127.0.0.1.example.com/",
        "http://localhost.example.com",
        "http://10.0.0.1/"
      })
  void sendsDecksToStrangersOnlyWhenTheyAreTrusted(String url) throws IOException {
    refuses(Map.of("deckmill.drive.root-url", url), "deckmill.drive.trust-root-url");
    assertThat(
            opened(Map.of("deckmill.drive.root-url", url, "deckmill.drive.trust-root-url", "true")))
        .startsWith("NONE at ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a/", "file:///etc", "https://a:b@c/", "http://a/?q=1", "nothing"})
  void refusesAddressesThatAreNone(String url) {
    refuses(Map.of("deckmill.drive.root-url", url), "deckmill.drive.root-url has to be like");
  }

  @Test
  void asksForTheKeyOfTheServiceAccount() {
    refuses(
        Map.of("deckmill.drive.auth", "service-account"),
        "deckmill.drive.service-account.key-file");
  }

  @Test
  void saysWhichKeyFileItCannotRead() throws IOException {
    Path key = Files.writeString(dir.resolve("key.json"), "{}");
    assertThatThrownBy(
            () ->
                opened(
                    Map.of(
                        "deckmill.drive.auth",
                        "service-account",
                        "deckmill.drive.service-account.key-file",
                        key.toString())))
        .hasMessageContaining(key.toString())
        .hasMessageContaining("JSON file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.googleapis.com/",
        "https://example.com/",
        "https://googleapis.com.example.com/",
        "https://notgoogleapis.com/"
      })
  void sendsCredentialsToGoogleAlone(String url) {
    refuses(
        Map.of("deckmill.drive.auth", "service-account", "deckmill.drive.root-url", url),
        "credentials would go to");
  }

  @Test
  void fetchesTokensFromGoogleAlone() throws IOException {
    Path key = Files.writeString(dir.resolve("key.json"), "{}");
    refuses(
        Map.of(
            "deckmill.drive.auth",
            "service-account",
            "deckmill.drive.service-account.key-file",
            key.toString(),
            "deckmill.drive.service-account.token-url",
            "https://example.com/token"),
        "token-url");
  }
}
