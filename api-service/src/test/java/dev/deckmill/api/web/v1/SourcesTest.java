package dev.deckmill.api.web.v1;

import static dev.deckmill.api.testing.ProblemCheck.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.ZipBytes;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of source but the form's plain file. */
@QuarkusTest
@Servers
final class SourcesTest {
  @Inject BlobStore blobs;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void takesAZipFileAsABodyWithItsOptionsInTheQuery() throws IOException {
    Response answer = postZip(pages(11), "?title=Zipped&slideSize=4:3");

    answer.then().statusCode(202).body("title", equalTo("Zipped")).body("pages.total", equalTo(11));
    String id = answer.jsonPath().getString("id");
    for (int page = 1; page <= 11; page++) {
      assertThat(blobs.read(orders.page(id, page, 1).source())).isEqualTo(Client.svg(page));
      assertThat(orders.page(id, page, 1).name()).isEqualTo("p" + page + ".svg");
    }
  }

  @Test
  void takesZipFilesAmongTheFilesOfAFormAndPutsTheirPagesInTheirPlace() throws IOException {
    Response answer =
        Client.asked()
            .multiPart("pages", "first.svg", Client.svg(1), "image/svg+xml")
            .multiPart(
                "pages",
                "some.bin",
                ZipBytes.of(
                    ordered(
                        "x3.svg",
                        Client.svg(3),
                        "manifest.json",
                        manifest(),
                        "x2.svg",
                        Client.svg(2))),
                "application/octet-stream")
            .multiPart("pages", "last.svg", Client.svg(4), "image/svg+xml")
            .post("/v1/jobs");

    answer.then().statusCode(202);
    String id = answer.jsonPath().getString("id");
    for (int page = 1; page <= 4; page++) {
      assertThat(blobs.read(orders.page(id, page, 1).source())).isEqualTo(Client.svg(page));
    }
  }

  private static byte[] manifest() {
    return "{\"pages\": [\"x2.svg\", \"x3.svg\"]}".getBytes(UTF_8);
  }

  private static Map<String, byte[]> ordered(
      String a, byte[] first, String b, byte[] second, String c, byte[] third) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(a, first);
    entries.put(b, second);
    entries.put(c, third);
    return entries;
  }

  /** Packed from the last to the first. */
  private static byte[] pages(int count) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int page = count; page >= 1; page--) {
      entries.put("deck/p" + page + ".svg", Client.svg(page));
    }
    return ZipBytes.of(entries);
  }

  private static Response postZip(byte[] zip, String query) {
    return Client.asked().contentType("application/zip").body(zip).post("/v1/jobs" + query);
  }

  @Test
  void refusesZipFilesThatAreNotAsTheyShouldBe() {
    problem(postZip(new byte[] {'P', 'K', 3, 4, 0}, ""), ErrorType.ZIP_INVALID);
    problem(postZip(ZipBytes.of(Map.of("../a.svg", Client.svg(1))), ""), ErrorType.ZIP_ENTRY_NAME);
    problem(postZip(ZipBytes.of(Map.of("a.txt", Client.svg(1))), ""), ErrorType.ZIP_NO_PAGES);
    problem(
        postZip(
            ZipBytes.of(
                ordered(
                    "a.svg", Client.svg(1), "b/c.svg", Client.svg(2), "b\\c.svg", Client.svg(3))),
            ""),
        ErrorType.ZIP_DUPLICATE);
    problem(postZip(pages(1), "?colour=red"), ErrorType.OPTION_INVALID);
    problem(postZip(pages(1), "?title=a&title=b"), ErrorType.OPTION_INVALID);
  }

  @Test
  void holdsThePagesOfAZipFileToTheSameLimits() {
    postZip(pages(30), "").then().statusCode(202);
    problem(postZip(pages(31), ""), ErrorType.LIMIT_PAGES)
        .body("limit", equalTo(30))
        .body("actual", equalTo(31));
    postZip(ZipBytes.of(Map.of("a.svg", new byte[4000])), "").then().statusCode(202);
    problem(postZip(ZipBytes.of(Map.of("a.svg", new byte[4001])), ""), ErrorType.LIMIT_PAGE_BYTES)
        .body("actual", equalTo(4001))
        .body("pages[0].name", equalTo("a.svg"));
    problem(postZip(ZipBytes.of(Map.of("a.svg", new byte[0])), ""), ErrorType.SOURCE_MISSING);
    problem(postZip(large(5, 4001), ""), ErrorType.LIMIT_PAGE_BYTES);
    postZip(large(5, 4000), "").then().statusCode(202);
    problem(postZip(large(6, 3500), ""), ErrorType.LIMIT_JOB_BYTES);
  }

  private static byte[] large(int count, int bytes) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int page = 0; page < count; page++) {
      entries.put(page + ".svg", new byte[bytes]);
    }
    return ZipBytes.of(entries);
  }

  @Test
  void refusesWhatExpandsTooFar() {
    byte[] bomb = ZipBytes.of(Map.of("a.svg", new byte[20 << 20]));
    problem(postZip(bomb, ""), ErrorType.LIMIT_INFLATE);
  }

  @Test
  void takesPagesInsideAJsonBody() throws IOException {
    byte[] packed = gzip(Client.svg(2));
    Response answer =
        postJson(
            """
            {"title": "From JSON", "sources": [
              {"inline": "%s", "name": "/a/one.svg"},
              {"inline": "%s", "encoding": "base64"}
            ], "target": "quality"}
            """
                .formatted(
                    new String(Client.svg(1), UTF_8), Base64.getEncoder().encodeToString(packed)));

    answer.then().statusCode(202).body("title", equalTo("From JSON"));
    String id = answer.jsonPath().getString("id");
    assertThat(blobs.read(orders.page(id, 1, 1).source())).isEqualTo(Client.svg(1));
    assertThat(orders.page(id, 1, 1).name()).isEqualTo("one.svg");
    assertThat(orders.page(id, 1, 1).options().target()).isEqualTo("quality");
    assertThat(blobs.read(orders.page(id, 2, 1).source())).isEqualTo(packed);
    assertThat(orders.page(id, 2, 1).name()).isEqualTo("page 2");
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  private static Response postJson(String json) {
    return Client.asked().contentType("application/json").body(json).post("/v1/jobs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"sources\": {}}",
        "{\"sources\": [\"a\"]}",
        "{\"sources\": [{\"inline\": 7}]}",
        "{\"sources\": [{\"inline\": \"a\", \"inline\": \"b\"}]}",
        "{\"title\": 7}",
        "{\"title\": {\"a\": \"b\"}}",
        "{\"sources\": [{\"inline\": \"<svg/>\"}]} more",
        "\u0000"
      })
  void refusesJsonThatIsNoSubmission(String json) {
    problem(postJson(json), ErrorType.MESSAGE_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"inline\": \"a\", \"upload\": \"b\"}",
        "{\"file\": \"a\"}",
        "{\"name\": \"a\"}",
        "{\"inline\": \"a\", \"encoding\": \"base32\"}",
        "{\"inline\": \"ä\", \"encoding\": \"base64\"}",
        "{\"upload\": \"a\", \"encoding\": \"base64\"}"
      })
  void refusesASourceThatIsNone(String source) {
    problem(postJson("{\"sources\": [" + source + "]}"), ErrorType.OPTION_INVALID);
  }

  @Test
  void holdsJsonToTheSameRulesAsTheForm() {
    problem(postJson("{}"), ErrorType.SOURCE_MISSING);
    problem(postJson("{\"sources\": []}"), ErrorType.SOURCE_MISSING);
    problem(postJson("{\"sources\": [{\"inline\": \"\"}]}"), ErrorType.SOURCE_MISSING);
    problem(postJson("{\"colour\": \"red\"}"), ErrorType.OPTION_INVALID);
    problem(postJson("{\"title\": \"a\", \"title\": \"b\"}"), ErrorType.OPTION_INVALID);
    postJson(inline("x".repeat(4000), 1)).then().statusCode(202);
    problem(postJson(inline("x".repeat(4001), 1)), ErrorType.LIMIT_PAGE_BYTES)
        .body("actual", equalTo(4001));
    problem(postJson(inline("x".repeat(10_000), 1)), ErrorType.LIMIT_PAGE_BYTES);
    postJson(inline("x", 30)).then().statusCode(202);
    problem(postJson(inline("x", 31)), ErrorType.LIMIT_PAGES).body("actual", equalTo(31));
    postJson(inline("x".repeat(4000), 5)).then().statusCode(202);
    problem(postJson(inline("x".repeat(3334), 6)), ErrorType.LIMIT_JOB_BYTES)
        .body("limit", equalTo(20_000))
        .body("actual", equalTo(20_004));
    problem(postJson(inline("x".repeat(4000), 12)), ErrorType.LIMIT_JOB_BYTES)
        .body("detail", containsString("40000"));
  }

  private static String inline(String page, int count) {
    String source = "{\"inline\": \"" + page + "\"}";
    return "{\"sources\": ["
        + String.join(",", java.util.Collections.nCopies(count, source))
        + "]}";
  }

  @Test
  void keepsAnUploadAndMakesAPageOfItAsOftenAsItIsNamed() throws Exception {
    Response kept = upload(Client.svg(5), "?name=d/five.svg");

    kept.then()
        .statusCode(201)
        .body("name", equalTo("five.svg"))
        .body("bytes", equalTo(Client.svg(5).length))
        .body(
            "sha256",
            equalTo(
                HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Client.svg(5)))));
    assertThat(Instant.parse(kept.jsonPath().getString("expiresAt")))
        .isAfter(Instant.now().plus(Duration.ofHours(23)));
    String upload = kept.jsonPath().getString("id");
    String id =
        submitUploads(
            "{\"upload\": \"%1$s\"}, {\"upload\": \"%1$s\", \"name\": \"again\"}", upload);
    assertThat(orders.page(id, 1, 1).name()).isEqualTo("five.svg");
    assertThat(blobs.read(orders.page(id, 2, 1).source())).isEqualTo(Client.svg(5));
    assertThat(orders.page(id, 2, 1).name()).isEqualTo("again");
  }

  private static Response upload(byte[] bytes, String query) {
    return Client.asked()
        .contentType("application/octet-stream")
        .body(bytes)
        .post("/v1/uploads" + query);
  }

  private static String submitUploads(String sources, String upload) {
    Response answer = postJson("{\"sources\": [" + sources.formatted(upload) + "]}");
    answer.then().statusCode(202);
    return answer.jsonPath().getString("id");
  }

  @Test
  void takesAnUploadedZipFileAsThePagesInIt() throws IOException {
    String upload = upload(pages(3), "").jsonPath().getString("id");
    String id = submitUploads("{\"upload\": \"%s\"}", upload);

    assertThat(blobs.read(orders.page(id, 3, 1).source())).isEqualTo(Client.svg(3));
  }

  @Test
  void takesAnUploadUpToTheLimitOfABody() {
    upload(new byte[40_000], "").then().statusCode(201);
    problem(upload(new byte[40_001], ""), ErrorType.LIMIT_JOB_BYTES).body("limit", equalTo(40_000));
    problem(upload(new byte[0], ""), ErrorType.SOURCE_MISSING);
  }

  @Test
  void takesNoUploadWithoutAKey() {
    problem(
        io.restassured.RestAssured.given()
            .contentType("image/svg+xml")
            .body(Client.svg(1))
            .post("/v1/uploads"),
        ErrorType.UNAUTHENTICATED);
  }

  @Test
  void knowsNoUploadThatIsNotThereOrSomebodyElses() {
    String other = "upload-key-upload-key-upload-key-upl";
    ApiKeys.add("uploader", other);
    String theirs =
        io.restassured.RestAssured.given()
            .header("Authorization", "Bearer " + other)
            .contentType("image/svg+xml")
            .body(Client.svg(1))
            .post("/v1/uploads")
            .jsonPath()
            .getString("id");
    for (String id : List.of(theirs, "nothing", "../" + theirs)) {
      problem(postJson("{\"sources\": [{\"upload\": \"" + id + "\"}]}"), ErrorType.NOT_FOUND);
    }
  }

  @Test
  void forgetsAnUploadWhenItsTimeIsOver() {
    String upload = upload(Client.svg(1), "").jsonPath().getString("id");
    submitUploads("{\"upload\": \"%s\"}", upload);
    try (Handle app = Rows.as(Role.APP)) {
      app.useTransaction(
          tx -> {
            tx.execute("select set_config('deckmill.tenant', 'acme', true)");
            tx.execute("update api.upload set expires_at = now() where id = ?", upload);
          });
    }
    problem(postJson("{\"sources\": [{\"upload\": \"" + upload + "\"}]}"), ErrorType.NOT_FOUND);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                Rows.number("select count(*) from api.upload where id = :id", Map.of("id", upload))
                    == 0);
    assertThat(java.nio.file.Path.of("target/test-blobs/uploads", upload)).doesNotExist();
  }
}
