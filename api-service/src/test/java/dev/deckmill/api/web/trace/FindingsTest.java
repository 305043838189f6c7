package dev.deckmill.api.web.trace;

import static dev.deckmill.api.testing.ProblemCheck.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.ErrorType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Servers
final class FindingsTest {
  private static final String OTHER_KEY = "other-key-other-key-other-key-other";

  @Inject TracedJobs jobs;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void tellsWhyAShapeIsAPicture() {
    String id = jobs.finished(orders);
    found("?job=" + id + "&rendition=raster")
        .then()
        .statusCode(200)
        .body("findings", hasSize(1))
        .body("findings[0].jobId", equalTo(id))
        .body("findings[0].page", equalTo(1))
        .body("findings[0].pageName", equalTo("p01.svg"))
        .body("findings[0].code", equalTo("RASTERIZED"))
        .body("findings[0].warning", equalTo(true))
        .body("findings[0].elementId", equalTo("shadow"))
        .body("findings[0].elementType", equalTo("g"))
        .body("findings[0].rendition", equalTo("raster"))
        .body("findings[0].reasons", contains("a filter"))
        .body("findings[0].detail", equalTo(TracedJobs.SHADOW.detail()))
        .body("$", not(hasKey("next")));
    found("?job=" + id + "&code=FONT_SUBSTITUTED")
        .then()
        .body("findings.detail", contains(TracedJobs.FONT.detail()))
        .body("findings[0]", not(hasKey("rendition")));
    found("?job=" + id + "&rendition=native").then().body("findings", hasSize(0));
  }

  @Test
  void givesEachOnceWhateverThePiecesAre() {
    String id = TracedJobs.giant(203);
    List<String> seen = new ArrayList<>();
    String next = "/v1/findings?limit=7&job=" + id;
    while (next != null) {
      JsonPath piece = Client.asked().urlEncodingEnabled(false).get(next).jsonPath();
      piece.<Integer>getList("findings.page").forEach(page -> seen.add(page.toString()));
      next = piece.getString("next");
    }
    List<String> all = new ArrayList<>();
    for (int page = 1; page <= 203; page++) {
      all.addAll(List.of(Integer.toString(page), Integer.toString(page)));
    }
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void showsNobodyAnothersFindings() {
    ApiKeys.add("other", OTHER_KEY);
    String id = TracedJobs.giant(3);
    given()
        .header("Authorization", "Bearer " + OTHER_KEY)
        .get("/v1/findings?job=" + id)
        .then()
        .statusCode(200)
        .body("findings", hasSize(0));
  }

  @ParameterizedTest
  @CsvSource({
    "code, a'b",
    "rendition, vector",
    "limit, 0",
    "limit, 201",
    "cursor, !",
    "cursor, YQ"
  })
  void refusesWhatItDoesNotUnderstand(String name, String value) {
    problem(Client.asked().queryParam(name, value).get("/v1/findings"), ErrorType.OPTION_INVALID);
  }

  private static Response found(String query) {
    return Client.asked().get("/v1/findings" + query);
  }
}
