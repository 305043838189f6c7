package dev.deckmill.api.orchestration.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class AnalyzeTest {
  private static final PageFinding SHADOW =
      new PageFinding("RASTERIZED", true, "shadow", "A filter was drawn as a picture.");
  private static final PageRecord RECORD = new PageRecord(List.of(), List.of(SHADOW), 1, 12_345);
  private static final byte[] DECK = {'P', 'K', 3, 4};

  @Inject Workers workers;
  private final Orders orders = new Orders();

  /** By it the test finds the job whose submission is not answered yet. */
  private final String title = "Analysed " + UUID.randomUUID();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void tellsHowEachPageWouldComeOutAndLeavesNothing() {
    CompletableFuture<Response> asked = send(titled(2), "/v1/analyze");
    String id = jobOf("select count(*) from api.job where title = :name", title);
    convert(id);
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.XML_MALFORMED));
    workers.packageDeck(orders.deck(id), DECK);

    asked
        .join()
        .then()
        .statusCode(200)
        .body("target", equalTo("balanced"))
        .body("slideSize.widthEmu", equalTo(12_192_000))
        .body("pages.number", contains(1, 2))
        .body("pages.state", contains("degraded", "failed"))
        .body("pages[0].title", equalTo("Slide 1"))
        .body("pages[0].elementCount", equalTo(4))
        .body("pages[0].complexityScore", equalTo(0.5f))
        .body("pages[0].renditions.rasterElements", equalTo(1))
        .body("pages[0].recommendedTarget", equalTo("quality"))
        .body("pages[0].recommendedFormat", equalTo("approximate"))
        .body("pages[0].findings.code", contains("RASTERIZED"))
        .body("pages[0].findings.elementId", contains("shadow"))
        .body("pages[1].problem.code", equalTo("XML_MALFORMED"))
        .body("pages[1]", not(hasKey("complexityScore")));
    Client.job(id).then().statusCode(404);
  }

  @Test
  void leadsToTheJobOfAnAnalysisThatTakesLonger() {
    Response answer = titled(1).header("Prefer", "wait=1").post("/v1/analyze");

    String id = answer.jsonPath().getString("id");
    answer.then().statusCode(202).header("Location", endsWith("/v1/jobs/" + id));
    Client.job(id).then().statusCode(200).body("title", equalTo(title));
  }

  @Test
  void deliversNothing() {
    titled(1)
        .multiPart("delivery", "drive")
        .post("/v1/analyze")
        .then()
        .statusCode(400)
        .body("code", equalTo("OPTION_INVALID"));
  }

  @Test
  void answersTheInheritedApiInItsWords() {
    CompletableFuture<Response> asked = send(inherited(), "/analyze/svg");
    finish(inheritedJob());

    asked
        .join()
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("title", equalTo("Slide 1"))
        .body("complexity_score", equalTo(0.5f))
        .body("element_count", equalTo(4))
        .body("native_elements", equalTo(1))
        .body("approximate_elements", equalTo(2))
        .body("raster_elements", equalTo(1))
        .body("recommended_format", equalTo("approximate_dml"))
        .body("recommended_quality", equalTo("high"))
        .body("findings.code", contains("RASTERIZED"))
        .body("findings.element_id", contains("shadow"))
        .body("analysis_time_ms", equalTo(0.03f));
  }

  @Test
  void saysInTheInheritedWordsWhyAPageIsNoSlide() {
    CompletableFuture<Response> asked = send(inherited(), "/analyze/svg");
    fail(inheritedJob());

    asked
        .join()
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("SVG_INVALID"))
        .body("error", equalTo(true))
        .body("path", equalTo("/analyze/svg"));
  }

  @Test
  void findsAPageValidThatIsASlide() {
    CompletableFuture<Response> asked = send(inherited(), "/analyze/validate");
    finish(inheritedJob());

    asked
        .join()
        .then()
        .statusCode(200)
        .body("valid", equalTo(true))
        .body("errors.size()", equalTo(0))
        .body("warnings.code", contains("RASTERIZED"));
  }

  @Test
  void findsAPageInvalidThatIsNone() {
    CompletableFuture<Response> asked = send(inherited(), "/analyze/validate");
    fail(inheritedJob());

    asked
        .join()
        .then()
        .statusCode(200)
        .body("valid", equalTo(false))
        .body("errors.code", contains("SVG_INVALID"))
        .body("warnings.size()", equalTo(0));
  }

  @Test
  void takesOnePageInOneWay() {
    for (Map<String, String> body :
        List.of(Map.<String, String>of(), Map.of("svg_content", "<svg/>", "svg_url", "http://a"))) {
      Client.asked()
          .contentType("application/json")
          .body(body)
          .post("/analyze/svg")
          .then()
          .statusCode(400)
          .body("code", equalTo("SOURCE_MISSING"))
          .body("error", equalTo(true));
    }
  }

  @Test
  void namesWhatIsSupported() {
    Response answer = Client.asked().get("/analyze/features/supported");

    answer.then().statusCode(200);
    for (String list : List.of("native_features", "by_quality", "dropped")) {
      assertThat(answer.jsonPath().getList(list)).as(list).isNotEmpty();
    }
    assertThat(answer.jsonPath().getList("qualities")).containsExactly("fast", "balanced", "high");
    Client.asked().get(answer.jsonPath().getString("capabilities")).then().statusCode(200);
  }

  private RequestSpecification titled(int pages) {
    return Client.pages(pages).multiPart("title", title);
  }

  private static RequestSpecification inherited() {
    return Client.asked()
        .contentType("application/json")
        .body(Map.of("svg_content", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
  }

  private static CompletableFuture<Response> send(RequestSpecification request, String path) {
    return CompletableFuture.supplyAsync(() -> request.post(path));
  }

  private void finish(String id) {
    convert(id);
    workers.packageDeck(orders.deck(id), DECK);
  }

  private void fail(String id) {
    workers.send(Workers.failed(orders.page(id, 1, 1), ErrorType.SVG_INVALID));
  }

  private void convert(String id) {
    workers.send(
        workers.convertedWith(orders.page(id, 1, 1), RECORD, new Renditions(1, 2, 1), SHADOW));
  }

  /** The job of the analysis under way, which is the only one of a page of that name. */
  private static String inheritedJob() {
    return jobOf("select count(*) from api.page where name = :name", "page.svg");
  }

  private static String jobOf(String count, String name) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Rows.number(count, Map.of("name", name)), found -> found == 1);
    return Client.asked().get("/v1/jobs").jsonPath().getString("jobs[0].id");
  }
}
