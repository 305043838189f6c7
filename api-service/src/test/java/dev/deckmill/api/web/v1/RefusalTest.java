package dev.deckmill.api.web.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Servers
final class RefusalTest {
  @TestHTTPResource URI server;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer  ",
        "Bearer wrong-key-wrong-key-wrong-key-wrong",
        "Basic dGVzdDp0ZXN0",
        "test-key-test-key-test-key-test-key"
      })
  void refusesARequestWithoutAValidKey(String authorization) {
    for (String path : new String[] {"/v1/jobs/x", "/v1/jobs/x/result", "/v1/limits"}) {
      Response answer = given().header("Authorization", authorization).get(path);
      problem(answer, ErrorType.UNAUTHENTICATED).body("instance", equalTo(path));
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
  }

  @Test
  void refusesAKeyThatWasTakenAway() {
    String key = "taken-away-taken-away-taken-away-taken";
    ApiKeys.add("taken", key);
    RequestSpecification asked = given().header("Authorization", "Bearer " + key);
    asked.get("/v1/limits").then().statusCode(200);

    ApiKeys.remove(key);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> problem(asked.get("/v1/limits"), ErrorType.UNAUTHENTICATED));
  }

  @Test
  void refusesASubmissionWithoutAKeyHoweverLargeItIs() {
    Response answer =
        given().multiPart("pages", "p.svg", new byte[30_000], "image/svg+xml").post("/v1/jobs");

    problem(answer, ErrorType.UNAUTHENTICATED);
  }

  @Test
  void knowsNothingAtUnknownAddresses() {
    for (String path : new String[] {"/", "/v1", "/v1/job", "/v2/jobs", "/etc/passwd"}) {
      problem(Client.asked().get(path), ErrorType.NOT_FOUND).body("instance", equalTo(path));
    }
  }

  @Test
  void knowsNoJobThatIsNotThere() {
    for (String path : new String[] {"", "/pages", "/result"}) {
      problem(Client.asked().get("/v1/jobs/01unknown" + path), ErrorType.NOT_FOUND);
    }
  }

  @Test
  void takesNoMethodThatAnAddressDoesNotHave() {
    problem(Client.asked().delete("/v1/limits"), ErrorType.METHOD_NOT_ALLOWED);
    problem(Client.asked().put("/v1/jobs"), ErrorType.METHOD_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "image/svg+xml", "application/x-www-form-urlencoded"})
  void takesNoOtherMediaType(String type) {
    problem(Client.asked().contentType(type).body("<svg/>").post("/v1/jobs"), ErrorType.MEDIA_TYPE);
  }

  @Test
  void takesNoBodyThatIsNotWhatItSays() {
    problem(
        Client.asked().contentType("multipart/form-data").body("x").post("/v1/jobs"),
        ErrorType.MESSAGE_INVALID);
    problem(
        Client.asked()
            .contentType("multipart/form-data; boundary=b")
            .body(
                "--b\r\nContent-Disposition: form-data; name=\"pages\"; filename=\"a\"\r\n\r\n<sv")
            .post("/v1/jobs"),
        ErrorType.MESSAGE_INVALID);
  }

  @Test
  void needsAtLeastOnePageWithContent() {
    problem(
        Client.asked().contentType("multipart/form-data; boundary=b").post("/v1/jobs"),
        ErrorType.SOURCE_MISSING);
    problem(
        Client.asked()
            .contentType("multipart/form-data; boundary=b")
            .body("--b--\r\n")
            .post("/v1/jobs"),
        ErrorType.SOURCE_MISSING);
    problem(
        Client.asked().multiPart("title", "Only a title").post("/v1/jobs"),
        ErrorType.SOURCE_MISSING);
    problem(
            Client.pages(2)
                .multiPart("pages", "empty.svg", new byte[0], "image/svg+xml")
                .post("/v1/jobs"),
            ErrorType.SOURCE_MISSING)
        .body("pages[0].index", equalTo(3))
        .body("pages[0].name", equalTo("empty.svg"))
        .body("pages[0].code", equalTo("SOURCE_MISSING"));
  }

  @ParameterizedTest
  @CsvSource({
    "colour, red, colour",
    "slideSize, huge, '16:9, 4:3, auto'",
    "onPageError, ignore, 'placeholder, skip, failJob'",
    "delivery, dropbox, 'none, drive, files, s3'",
    "target, best, 'balanced, speed, quality, compatibility'",
    "textProfile, keynote, 'powerpoint, google-slides, wps, libreoffice'",
    "fonts, all, 'name, embed'",
    "previews, never, 'whenViewed, afterDeck'",
    "folder, a, delivery=drive"
  })
  void namesTheOptionAndWhatIsAllowed(String name, String value, String told) {
    problem(Client.pages(1).multiPart(name, value).post("/v1/jobs"), ErrorType.OPTION_INVALID)
        .body("detail", containsString(name))
        .body("detail", containsString(told));
  }

  @Test
  void takesAnOptionOnceAndNotTooLong() {
    problem(
        Client.pages(1).multiPart("title", "a").multiPart("title", "b").post("/v1/jobs"),
        ErrorType.OPTION_INVALID);
    problem(
        Client.pages(1).multiPart("title", "a".repeat(2001)).post("/v1/jobs"),
        ErrorType.OPTION_INVALID);
  }

  @Test
  void refusesAFolderPatternItDoesNotUnderstand() {
    problem(
            Client.pages(1)
                .multiPart("delivery", "drive")
                .multiPart("folder", "Decks/{year}")
                .post("/v1/jobs"),
            ErrorType.OPTION_INVALID)
        .body("detail", containsString("{year}"));
    problem(
        Client.pages(1)
            .multiPart("delivery", "drive")
            .multiPart("folder", "Decks/{date")
            .post("/v1/jobs"),
        ErrorType.FOLDER_PATTERN);
  }

  @Test
  void takesAsManyPagesAsTheLimitAndNotOneMore() {
    Client.pages(30).post("/v1/jobs").then().statusCode(202);
    problem(Client.pages(31).post("/v1/jobs"), ErrorType.LIMIT_PAGES)
        .body("limit", equalTo(30))
        .body("actual", equalTo(31));
    problem(Client.pages(45).post("/v1/jobs"), ErrorType.LIMIT_PAGES).body("actual", equalTo(45));
  }

  @Test
  void takesAPageAsLargeAsTheLimitAndNotOneByteMore() {
    page(4000).post("/v1/jobs").then().statusCode(202);
    problem(page(4001).post("/v1/jobs"), ErrorType.LIMIT_PAGE_BYTES)
        .body("limit", equalTo(4000))
        .body("actual", equalTo(4001))
        .body("pages[0].index", equalTo(1));
    problem(page(9000).post("/v1/jobs"), ErrorType.LIMIT_PAGE_BYTES).body("actual", equalTo(9000));
  }

  @Test
  void takesAJobAsLargeAsTheLimitAndNotOneByteMore() {
    fourPages()
        .multiPart("pages", "e", new byte[4000], "image/svg+xml")
        .post("/v1/jobs")
        .then()
        .statusCode(202);
    problem(
            fourPages()
                .multiPart("pages", "e", new byte[3990], "image/svg+xml")
                .multiPart("pages", "f", new byte[11], "image/svg+xml")
                .post("/v1/jobs"),
            ErrorType.LIMIT_JOB_BYTES)
        .body("limit", equalTo(20_000))
        .body("actual", equalTo(20_001));
  }

  private static RequestSpecification page(int bytes) {
    return Client.asked().multiPart("pages", "p.svg", new byte[bytes], "image/svg+xml");
  }

  private static RequestSpecification fourPages() {
    RequestSpecification request = Client.asked();
    for (int page = 0; page < 4; page++) {
      request.multiPart("pages", "p" + page, new byte[4000], "image/svg+xml");
    }
    return request;
  }

  @Test
  void readsABodyUpToItsLimitWhetherItsLengthIsToldOrNot() throws Exception {
    for (boolean told : new boolean[] {true, false}) {
      assertThat(postBody(40_000, told).statusCode()).isEqualTo(202);
      HttpResponse<String> refused = postBody(40_001, told);
      assertThat(refused.statusCode()).as("length told: %s", told).isEqualTo(413);
      assertThat(refused.body())
          .contains("\"code\":\"LIMIT_JOB_BYTES\"")
          .contains("\"limit\":40000");
    }
  }

  @Test
  void isHeardByAClientThatIsStillSending() throws Exception {
    HttpResponse<String> tooLarge = postBody(30_000_000, true);
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(tooLarge.body()).contains("\"actual\":30000000");

    HttpRequest withoutKey =
        HttpRequest.newBuilder(server.resolve("/v1/jobs"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(new byte[30_000_000]))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(withoutKey, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(401);
    }
  }

  /** One small page and a preamble that fills the body up, which RFC 2046 lets a reader ignore. */
  private HttpResponse<String> postBody(int length, boolean lengthTold)
      throws IOException, InterruptedException {
    String form =
        "\r\n--b\r\nContent-Disposition: form-data; name=\"pages\"; filename=\"a\"\r\n\r\n<svg/>\r\n--b--\r\n";
    byte[] body =
        (" ".repeat(length - form.length()) + form)
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/v1/jobs"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + Client.KEY)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                lengthTold
                    ? BodyPublishers.ofByteArray(body)
                    : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  @Test
  void takesNoMoreJobsThanATenantMayHaveUnfinished() {
    String key = "busy-key-busy-key-busy-key-busy-key";
    ApiKeys.add("busy", key);
    Rows.change(
        """
        insert into api.job (tenant, id, title, state, conversion, delivery, on_page_error, target, text_profile,
                             folder_path, pages, input_key, deadline_at)
        select 'busy', 'busy' || n, 't', 'queued', 'pending', 'none', 'skip', 'balanced', 'powerpoint', '{}', 1,
               'jobs/none/input', now() + interval '1 day'
          from generate_series(1, 999) n on conflict do nothing
        """,
        Map.of());

    submitAs(key).then().statusCode(202);
    Response refused = submitAs(key);

    problem(refused, ErrorType.QUOTA_JOBS)
        .body("limit", equalTo(1000))
        .body("retryable", equalTo(true));
    assertThat(refused.header("Retry-After")).isNotBlank();
  }

  private static Response submitAs(String key) {
    return given()
        .header("Authorization", "Bearer " + key)
        .multiPart("pages", "p.svg", Client.svg(1), "image/svg+xml")
        .post("/v1/jobs");
  }

  @Test
  void keepsNothingOfARefusedSubmission() throws IOException {
    Path blobs = Path.of("target/test-blobs").toAbsolutePath();
    long before = files(blobs);

    problem(fourPages().multiPart("colour", "red").post("/v1/jobs"), ErrorType.OPTION_INVALID);
    problem(page(4001).post("/v1/jobs"), ErrorType.LIMIT_PAGE_BYTES);

    assertThat(files(blobs)).isEqualTo(before);
  }

  private static long files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void hasNoResultWhileTheJobIsUnderWay() {
    String id = Client.submitted(1, Map.of());

    problem(Client.asked().get("/v1/jobs/" + id + "/result"), ErrorType.RESULT_NOT_READY)
        .body("retryable", equalTo(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"after=-1", "after=x", "limit=0", "limit=501", "limit=99999999999999"})
  void takesOnlyNumbersThatMakeSense(String query) {
    problem(Client.asked().get("/v1/jobs/x/pages?" + query), ErrorType.OPTION_INVALID);
  }

  @Test
  void leaksNothingOfWhatWentWrongInside() {
    String id = Client.submitted(1, Map.of());
    Rows.change(
        """
        insert into api.deck (tenant, job_id, version, deck_key, deck_offset, deck_length, deck_sha256)
        values ('acme', :id, 1, 'jobs/lost/deck', 0, 5, repeat('ab', 32))
        """,
        Map.of("id", id));

    problem(Client.asked().get("/v1/jobs/" + id + "/result"), ErrorType.INTERNAL)
        .body("detail", not(containsString("lost")))
        .body("detail", not(containsString("Exception")));
  }

  @Test
  void putsTheCallersRequestIdOnTheAnswerIfItIsPlain() {
    Response plain = Client.asked().header("X-Request-Id", "my-id.7").get("/v1/nothing");
    assertThat(plain.header("X-Request-Id")).isEqualTo("my-id.7");
    problem(plain, ErrorType.NOT_FOUND).body("requestId", equalTo("my-id.7"));

    Response other = Client.asked().header("X-Request-Id", "a b<script>").get("/v1/limits");
    assertThat(other.header("X-Request-Id")).matches("[0-9a-f]{16}");
  }

  private static ValidatableResponse problem(Response answer, ErrorType code) {
    assertThat(answer.header("X-Request-Id")).isNotBlank();
    assertThat(answer.header("X-Trace-Id")).matches("[0-9a-f]{32}");
    return answer
        .then()
        .statusCode(code.status())
        .contentType("application/problem+json")
        .body("type", equalTo("urn:deckmill:problem:" + code))
        .body("title", equalTo(code.title()))
        .body("status", equalTo(code.status()))
        .body("code", equalTo(code.name()))
        .body("detail", notNullValue())
        .body("instance", notNullValue())
        .body("requestId", equalTo(answer.header("X-Request-Id")))
        .body("traceId", matchesPattern("[0-9a-f]{32}"))
        .body("traceId", equalTo(answer.header("X-Trace-Id")));
  }
}
