package dev.deckmill.api.web.batch;

import static dev.deckmill.api.testing.ProblemCheck.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.deckmill.api.fetch.PageServer;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Servers
final class BatchSubmissionTest {
  @Inject Workers workers;
  private final Orders orders = new Orders();
  private final PageServer server = new PageServer();

  @AfterEach
  void close() {
    server.close();
    orders.close();
  }

  @Test
  void takesAJobIn() {
    Response answer = post("", server.serve("/one.svg", Client.svg(1)), server.url("/two.svg"));

    answer.then().statusCode(200);
    assertThat(answer.jsonPath().getMap("$").keySet())
        .isEqualTo(
            Set.of(
                "success",
                "job_id",
                "message",
                "status",
                "total_files",
                "drive_integration_enabled",
                "estimated_processing_time"));
    answer
        .then()
        .body("success", equalTo(true))
        .body("job_id", matchesPattern("batch_[0-9a-f]{12}"))
        .body("message", notNullValue())
        .body("status", equalTo("created"))
        .body("total_files", equalTo(2))
        .body("drive_integration_enabled", equalTo(true))
        .body("estimated_processing_time", greaterThan(0));
    String id = answer.jsonPath().getString("job_id");
    Client.job(id).then().statusCode(200).body("id", equalTo(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/batch/jobs",
        "/batch/jobs/unknown/upload-to-drive",
        "/analyze/svg",
        "/analyze/validate"
      })
  void refusesABodyThatIsNull(String address) {
    problem(
            Client.asked().contentType("application/json").body("null").post(address),
            ErrorType.MESSAGE_INVALID)
        .body("detail", containsString("object"));
  }

  @Test
  void makesEachUrlAPageWithItsOwnOutcomeAndDeliversTheDeck() {
    String id =
        submitted(
            "\"slides_title\": \"Review\", ",
            server.serve("/one.svg", Client.svg(1)),
            server.url("/missing.svg"),
            server.serve("/three.svg", Client.svg(3)));
    workers.convert(orders.page(id, 1, 1));
    workers.convert(orders.page(id, 3, 1));
    workers.packageDeck(orders.deck(id), new byte[9]);
    UploadDeck upload = orders.upload(id);
    assertThat(upload.fileName()).isEqualTo("Review.pptx");
    assertThat(upload.folderPath())
        .containsExactly(
            "SVG2PPTX-Batches", LocalDate.now(ZoneOffset.UTC).toString(), "batch-" + id);
    workers.send(Workers.uploaded(upload));
    Client.awaitState(id, "partially_succeeded");

    Client.asked()
        .get("/batch/jobs/" + id)
        .then()
        .body("status", equalTo("completed"))
        .body("completed_files", equalTo(2))
        .body("failed_files", equalTo(1))
        .body("errors", contains(containsString("Page 2 (missing.svg): FETCH_FAILED")));
    Client.asked()
        .get("/batch/jobs/" + id + "/trace")
        .then()
        .body("trace_data.debug_trace.page_number", contains(1, 2, 3))
        .body("trace_data.debug_trace.svg_file", contains("one.svg", "missing.svg", "three.svg"))
        .body("trace_data.debug_trace[0].fetch.status", equalTo("completed"))
        .body("trace_data.debug_trace[0].fetch.attempts", equalTo(1))
        .body("trace_data.debug_trace[0].fetch.bytes", equalTo(Client.svg(1).length))
        .body("trace_data.debug_trace[0].fetch.redirects", equalTo(0))
        .body("trace_data.debug_trace[0].fetch.time_ms", greaterThan(0f))
        .body("trace_data.debug_trace[1].fetch.status", equalTo("failed"))
        .body("trace_data.debug_trace[1].fetch.error_code", equalTo("FETCH_FAILED"))
        .body("trace_data.debug_trace[1]", not(hasKey("pipeline_trace")));
  }

  @Test
  void drawsPreviewsOfTheSlidesUnlessToldOtherwise() {
    String id = submitted("", server.serve("/a.svg", Client.svg(1)));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[9]);
    workers.send(workers.previewed(orders.preview(id, 1), new byte[] {(byte) 0x89, 'P'}));
    workers.send(Workers.uploaded(orders.upload(id)));
    Client.awaitState(id, "succeeded");

    String preview = "/v1/jobs/" + id + "/pages/1/preview";
    Client.asked().get(preview).then().statusCode(200).contentType("image/png");
    Client.asked()
        .get("/batch/jobs/" + id + "/drive-info")
        .then()
        .body("preview_urls.filename", contains("a.svg"))
        .body("preview_urls.file_id", contains("file-1"))
        .body("preview_urls.preview_url", contains(preview));
    Client.asked()
        .get("/batch/jobs/" + id + "/trace")
        .then()
        .body("trace_data.upload_trace.previews", contains(preview));
  }

  @Test
  void drawsNoPreviewsWhenToldSoUntilADeliveryAsksForThem() {
    String id =
        submitted(
            "\"generate_previews\": false, \"drive_integration_enabled\": false, ",
            server.serve("/b.svg", Client.svg(1)));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[9]);
    Client.awaitState(id, "succeeded");
    assertThat(orders.previewsSoFar(id)).isEmpty();

    Client.asked()
        .contentType("application/json")
        .body("{}")
        .post("/batch/jobs/" + id + "/upload-to-drive")
        .then()
        .statusCode(200);
    assertThat(orders.preview(id, 1).page()).isEqualTo(1);
  }

  @Test
  void doesWithoutDriveWhenToldSo() {
    Response answer =
        post("\"drive_integration_enabled\": false, ", server.serve("/a.svg", Client.svg(1)));
    answer.then().statusCode(200).body("drive_integration_enabled", equalTo(false));
    String id = answer.jsonPath().getString("job_id");
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[9]);
    Client.awaitState(id, "succeeded");
    assertThat(orders.uploadsSoFar(id)).isEmpty();
  }

  @Test
  void deliversIntoTheFoldersOfThePattern() {
    String id =
        submitted(
            "\"drive_folder_pattern\": \"Mine/{date}/{job_id}\", ",
            server.serve("/a.svg", Client.svg(1)));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[9]);
    assertThat(orders.upload(id).folderPath())
        .containsExactly("Mine", LocalDate.now(ZoneOffset.UTC).toString(), id);
  }

  @ParameterizedTest
  @CsvSource({
    "minimal, , speed",
    "default, , balanced",
    "aggressive, , quality",
    ", fast, speed",
    ", balanced, balanced",
    ", high, quality",
    "minimal, high, quality",
    ", , balanced",
  })
  void favoursWhatPresetOrQualitySay(String preset, String quality, String target) {
    String options =
        (preset == null ? "" : "\"preprocessing_preset\": \"%s\", ".formatted(preset))
            + (quality == null ? "" : "\"quality\": \"%s\", ".formatted(quality));
    String id = submitted(options, server.serve("/a.svg", Client.svg(1)));
    assertThat(orders.page(id, 1, 1).options().target()).isEqualTo(target);
  }

  @Test
  void takesTheOtherMembersOfOldClients() {
    submitted(
        "\"generate_previews\": false, \"use_clean_slate\": true, \"user_id\": \"ann\","
            + " \"export_to_slides\": false, \"slides_folder_id\": \"f\", \"unknown\": {}, ",
        server.serve("/a.svg", Client.svg(1)));
  }

  @Test
  void takesARequestWithTheSameKeyInOnce() {
    String body = "{\"urls\": [\"%s\"]}".formatted(server.serve("/a.svg", Client.svg(1)));
    String key = "batch-" + System.nanoTime();
    String first = keyed(key, body);
    assertThat(keyed(key, body)).isEqualTo(first);
    assertThat(Rows.number("select count(*) from api.job where id = :id", Map.of("id", first)))
        .isEqualTo(1);
  }

  private static String keyed(String key, String body) {
    Response answer =
        Client.asked()
            .contentType("application/json")
            .header("Idempotency-Key", key)
            .body(body)
            .post("/batch/jobs");
    answer.then().statusCode(200);
    return answer.jsonPath().getString("job_id");
  }

  @Test
  void refusesMoreUrlsThanFifty() {
    String[] urls = Collections.nCopies(51, "http://127.0.0.1/a.svg").toArray(String[]::new);
    refused(post("", urls), "OPTION_INVALID");
  }

  @Test
  void holdsABatchToThePagesOfAJob() {
    String[] urls = Collections.nCopies(31, "http://127.0.0.1/a.svg").toArray(String[]::new);
    post("", urls).then().statusCode(413).body("code", equalTo("LIMIT_PAGES"));
  }

  @Test
  void takesNothingWithoutAKey() {
    given()
        .contentType("application/json")
        .body("{\"urls\": [\"http://127.0.0.1/a.svg\"]}")
        .post("/batch/jobs")
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"urls\": []}",
        "{\"urls\": [null]}",
        "{\"urls\": [\"ftp://example.org/a.svg\"]}",
        "{\"urls\": [\"http://example.org/a.svg\"], \"preprocessing_preset\": \"most\"}",
        "{\"urls\": [\"http://example.org/a.svg\"], \"quality\": \"best\"}",
        "{\"urls\": [\"http://example.org/a.svg\"], \"export_to_slides\": true,"
            + " \"drive_integration_enabled\": false}",
        "{\"urls\": [\"http://example.org/a.svg\"], \"export_to_slides\": true,"
            + " \"slides_folder_id\": \"../x\"}",
        "{\"urls\": {\"a\": 1}}",
      })
  void refusesWhatItCanNotDo(String body) {
    refused(send(body), "OPTION_INVALID");
  }

  @Test
  void refusesABodyThatIsNoJsonOrTooLong() {
    refused(send("urls"), "MESSAGE_INVALID");
    send("{\"x\": \"" + "a".repeat(600_000) + "\"}")
        .then()
        .statusCode(413)
        .body("code", equalTo("LIMIT_JOB_BYTES"))
        .body("status_code", equalTo(413));
    refused(
        send("{\"urls\": [\"http://example.org/a\"], \"drive_folder_pattern\": \"{who}\"}"),
        "OPTION_INVALID");
  }

  private static void refused(Response answer, String code) {
    answer
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("error", equalTo(true))
        .body("status_code", equalTo(400))
        .body("path", equalTo("/batch/jobs"))
        .body("method", equalTo("POST"))
        .body("message", equalTo(answer.jsonPath().getString("detail")));
  }

  private static String submitted(String options, String... urls) {
    Response answer = post(options, urls);
    answer.then().statusCode(200);
    return answer.jsonPath().getString("job_id");
  }

  private static Response post(String options, String... urls) {
    String list =
        Stream.of(urls).map(url -> '"' + url + '"').collect(Collectors.joining(",", "[", "]"));
    return send("{" + options + "\"urls\": " + list + "}");
  }

  private static Response send(String body) {
    return Client.asked().contentType("application/json").body(body).post("/batch/jobs");
  }
}
