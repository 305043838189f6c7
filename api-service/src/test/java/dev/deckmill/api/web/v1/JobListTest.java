package dev.deckmill.api.web.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Servers
final class JobListTest {
  /** A tenant of each test's own: the list holds what it sent and nothing else. */
  private final String key = "list-key-" + UUID.randomUUID();

  @BeforeEach
  void addTenant() {
    ApiKeys.add("list-" + UUID.randomUUID(), key);
  }

  @Test
  void givesTheNewestFirstPieceByPieceAndEachOnce() {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sent.addFirst(submit("Deck " + i));
    }
    // All at one moment, so that the place can't be told by the time alone.
    Rows.change(
        "update api.job set created_at = '2026-05-17T08:30:00.123456Z' where id = any(:ids::text[])",
        Map.of("ids", "{" + String.join(",", sent) + "}"));
    sent.sort(java.util.Comparator.reverseOrder());

    List<String> seen = new ArrayList<>();
    String next = "/v1/jobs?limit=2&title=deck";
    int pieces = 0;
    while (next != null) {
      JsonPath piece = asked().urlEncodingEnabled(false).get(next).jsonPath();
      seen.addAll(piece.getList("jobs.id"));
      next = piece.getString("next");
      if (pieces++ == 0) {
        submit("Deck that comes in meanwhile");
      }
    }
    assertThat(seen).isEqualTo(sent);
    assertThat(pieces).isEqualTo(3);
  }

  @Test
  void picksByStateTitleAndTime() {
    String old = submit("Quarterly 50%");
    String cancelled = submit("Yearly");
    asked()
        .urlEncodingEnabled(false)
        .post("/v1/jobs/" + cancelled + ":cancel")
        .then()
        .statusCode(200);
    Rows.change(
        "update api.job set created_at = '2020-01-01T00:00:00Z' where id = :id", Map.of("id", old));

    assertThat(ids("state", "cancelled")).containsExactly(cancelled);
    assertThat(ids("state", "queued,cancelled")).containsExactly(cancelled, old);
    assertThat(ids("title", "QUARTER")).containsExactly(old);
    assertThat(ids("title", "%")).containsExactly(old);
    assertThat(ids("createdFrom", "2020-01-01T00:00:01Z")).containsExactly(cancelled);
    assertThat(ids("createdTo", "2020-01-01T00:00:00Z")).isEmpty();
    assertThat(ids("createdTo", "2020-01-01T02:00:01+02:00")).containsExactly(old);
  }

  @Test
  void showsNobodyAnothersJobs() {
    submit("Mine");
    assertThat(ids("title", "Mine")).hasSize(1);
    String other = "list-key-" + UUID.randomUUID();
    ApiKeys.add("list-" + UUID.randomUUID(), other);
    given()
        .header("Authorization", "Bearer " + other)
        .get("/v1/jobs")
        .then()
        .statusCode(200)
        .body("jobs.size()", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({
    "state, running",
    "state, 'queued,'",
    "createdFrom, yesterday",
    "createdTo, 2026-05-17",
    "cursor, abc",
    "cursor, !",
    "limit, 0",
    "limit, 101"
  })
  void refusesWhatItDoesNotUnderstand(String name, String value) {
    asked()
        .queryParam(name, value)
        .get("/v1/jobs")
        .then()
        .statusCode(400)
        .body("code", equalTo("OPTION_INVALID"));
  }

  private List<String> ids(String name, String value) {
    Response answer = asked().queryParam(name, value).get("/v1/jobs");
    answer.then().statusCode(200);
    return answer.jsonPath().getList("jobs.id");
  }

  private String submit(String title) {
    return asked()
        .multiPart("pages", "p.svg", Client.svg(1), "image/svg+xml")
        .multiPart("title", title)
        .post("/v1/jobs")
        .jsonPath()
        .getString("id");
  }

  private RequestSpecification asked() {
    return given().header("Authorization", "Bearer " + key);
  }
}
