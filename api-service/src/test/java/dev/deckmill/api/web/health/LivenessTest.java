package dev.deckmill.api.web.health;

import static io.restassured.RestAssured.given;

import dev.deckmill.api.testing.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class LivenessTest {
  @Test
  void showsEveryBackgroundLoop() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                Assertions.assertThat(loops())
                    .containsOnlyKeys(
                        "outbox-relay",
                        "outbox-meters",
                        "job-event-bell",
                        "reaper",
                        "span-writer",
                        "span-retention")
                    .hasEntrySatisfying(
                        "reaper",
                        state -> Assertions.assertThat(state).startsWith("last good step")));
  }

  private static Map<String, String> loops() {
    JsonPath live = given().get("/q/health/live").then().statusCode(200).extract().jsonPath();
    return live.getMap("checks.find { it.name == 'background loops' }.data");
  }
}
