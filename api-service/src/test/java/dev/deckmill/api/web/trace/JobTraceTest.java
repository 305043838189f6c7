package dev.deckmill.api.web.trace;

import static dev.deckmill.api.testing.ProblemCheck.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.testing.Rows;
import dev.deckmill.tracestore.span.TraceId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Servers
final class JobTraceTest {
  private static final String OTHER_KEY = "other-key-other-key-other-key-other";

  @Inject TracedJobs jobs;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void sumsUpWhatTheStageRowsTellWithoutAnySpan() {
    String id = jobs.finished(orders);

    trace(id, "")
        .then()
        .statusCode(200)
        .body("jobId", equalTo(id))
        .body("traceId", equalTo(Client.job(id).jsonPath().getString("traceId")))
        .body("state", equalTo("partially_succeeded"))
        .body("pageCount", equalTo(3))
        .body("steps.step", hasItems("queue", "parse", "analyze", "map", "embed", "package"))
        .body("steps.find { it.step == 'map' }.count", equalTo(2))
        .body("steps.find { it.step == 'map' }.totalMs", equalTo(0.06f))
        .body("steps.find { it.step == 'map' }.p50Ms", equalTo(0.03f))
        .body("attempts[0].stage", equalTo("convert"))
        .body("attempts[0].count", equalTo(4))
        .body("attempts[0].failed", equalTo(2))
        .body("attempts[0].again", equalTo(1))
        .body("renditions.nativeElements", equalTo(6))
        .body("renditions.rasterElements", equalTo(1))
        .body("findingCount", equalTo(2))
        .body("findings.code", contains("FONT_SUBSTITUTED", "RASTERIZED"))
        .body("findings.pages", contains(1, 1))
        .body("slowestPages.number", contains(1, 3))
        .body("$", not(hasKey("pages")))
        .body("links", not(hasKey("jaeger")));
  }

  @Test
  void tellsWhatTheTimeWentToInOneLineWithoutGaps() {
    JsonPath trace = trace(jobs.finished(orders), "").jsonPath();
    List<Float> starts = trace.getList("criticalPath.startMs", Float.class);
    List<Float> durations = trace.getList("criticalPath.durationMs", Float.class);

    assertThat(trace.getList("criticalPath.step")).contains("queue", "convert", "package");
    assertThat(trace.getInt("criticalPath.find { it.step == 'convert' }.page")).isEqualTo(3);
    for (int i = 1; i < starts.size(); i++) {
      assertThat(starts.get(i))
          .isCloseTo(
              starts.get(i - 1) + durations.get(i - 1), org.assertj.core.data.Offset.offset(0.01f));
    }
  }

  @Test
  void tellsOfThePagesThatAreAskedFor() {
    String id = jobs.finished(orders);
    jobs.addSpans(id);

    trace(id, "?pages=1-2")
        .then()
        .statusCode(200)
        .body("pages.number", contains(1, 2))
        .body("pages[0].findings.code", contains("RASTERIZED", "FONT_SUBSTITUTED"))
        .body("pages[0].attempts.stage", contains("convert"))
        .body("pages[0].spans.name", contains("convert", "parse"))
        .body("pages[0].spans[1].startMs", equalTo(12.0f))
        .body("pages[1].attempts[0].problemCode", equalTo("SVG_INVALID"))
        .body("pages[1].spans", hasSize(0))
        .body("spans.name", hasItem("submit"))
        .body("spans.name", not(hasItem("somebody else's")));
    trace(id, "?pages=3").then().body("pages[0].attempts.attempt", contains(1, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0-1", "2-1", "1-501", "x", "1-", "-1"})
  void refusesPagesThatAreNone(String pages) {
    problem(trace(Client.submitted(1, Map.of()), "?pages=" + pages), ErrorType.OPTION_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trace", "/trace.otlp.json", "/trace.html"})
  void showsNobodyAnothersTrace(String path) {
    ApiKeys.add("other", OTHER_KEY);
    String id = Client.submitted(1, Map.of());
    for (String job : List.of(id, "01unknown")) {
      Response foreign =
          given().header("Authorization", "Bearer " + OTHER_KEY).get("/v1/jobs/" + job + path);
      problem(foreign, ErrorType.NOT_FOUND);
    }
  }

  @Test
  void exportsTheJobsOwnSpansAsOtlp() {
    String id = jobs.finished(orders);
    TraceId trace = jobs.addSpans(id);

    Response answer = Client.asked().get("/v1/jobs/" + id + "/trace.otlp.json");

    String spans =
        "resourceSpans.scopeSpans.flatten().spans.flatten().findAll { it.traceId == '%s' }";
    JsonPath otlp = answer.then().statusCode(200).extract().jsonPath();
    assertThat(otlp.getList(spans.formatted(trace.hex()) + ".name"))
        .isEqualTo(List.of("submit", "convert", "parse"));
    assertThat(otlp.getList(spans.formatted(trace.hex()) + ".spanId").getFirst())
        .isEqualTo("0000000000000001");
    assertThat(otlp.getString(spans.formatted(trace.hex()) + "[1].parentSpanId"))
        .isEqualTo("0000000000000001");
    assertThat(otlp.getString(spans.formatted(trace.hex()) + "[1].startTimeUnixNano"))
        .matches("[0-9]{19}");
    assertThat(otlp.getList(spans.formatted(trace.hex()) + "[1].attributes.value.intValue"))
        .contains("1");
    assertThat(answer.asString()).doesNotContain("somebody else");
  }

  @Test
  void exportsAWholeDocumentWhereThereIsNoSpan() {
    String id = TracedJobs.giant(1);
    Rows.change("update api.span set job_id = null where job_id = :job", Map.of("job", id));
    Client.asked()
        .get("/v1/jobs/" + id + "/trace.otlp.json")
        .then()
        .statusCode(200)
        .body("resourceSpans", hasSize(0));
  }

  private static Response trace(String id, String query) {
    return Client.asked().get("/v1/jobs/" + id + "/trace" + query);
  }
}
