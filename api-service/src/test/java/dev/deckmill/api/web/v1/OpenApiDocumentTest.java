package dev.deckmill.api.web.v1;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.api.testing.Servers;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/openapi.yaml} is what the code says. To write it anew, run this test with {@code
 * -Ddeckmill.docs.write=true}.
 */
@QuarkusTest
@Servers
final class OpenApiDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/openapi.yaml");

  @Test
  void isCheckedInAsTheCodeHasIt() throws IOException {
    String now =
        new String(given().accept("application/yaml").get("/v1/openapi").asByteArray(), UTF_8);
    assertThat(now).contains("openapi: 3.1", "/v1/jobs/{id}:cancel", "application/problem+json");
    if (Boolean.getBoolean("deckmill.docs.write")) {
      Files.writeString(DOCUMENT, now);
      return;
    }
    assertThat(DOCUMENT)
        .as("run with -Ddeckmill.docs.write=true to write it anew")
        .content(UTF_8)
        .isEqualTo(now);
  }
}
