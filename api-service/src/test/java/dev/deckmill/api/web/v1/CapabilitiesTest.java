package dev.deckmill.api.web.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class CapabilitiesTest {
  @Test
  void namesNothingThatASubmissionCanNotAskFor() {
    Map<String, List<String>> options = capabilities().getMap("options");
    assertThat(options).hasSize(7);
    options.forEach(
        (name, choices) -> {
          assertThat(choices).as(name).isNotEmpty();
          for (String choice : choices) {
            Client.pages(1).multiPart(name, choice).post("/v1/jobs").then().statusCode(202);
          }
        });
  }

  @Test
  void leadsToTheLimits() {
    Client.asked().get(capabilities().getString("limits")).then().statusCode(200);
  }

  private static JsonPath capabilities() {
    return Client.asked().get("/v1/capabilities").jsonPath();
  }
}
