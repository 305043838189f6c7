package dev.deckmill.api.web.v1;

import static dev.deckmill.api.testing.ProblemCheck.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.ErrorType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL keeps no text with a NUL character in it. */
@QuarkusTest
@Servers
final class NulCharacterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/jobs/a%00b",
        "/v1/jobs/a%00b/pages",
        "/v1/jobs/a%00b/pages/1/preview",
        "/v1/jobs/a%00b/result",
        "/v1/jobs/a%00b/results",
        "/v1/jobs/a%00b/events",
        "/v1/jobs/a%00b/trace",
        "/v1/jobs/a%00b/trace.html",
        "/v1/jobs/a%00b/trace.otlp.json",
        "/batch/jobs/a%00b",
        "/batch/jobs/a%00b/progress",
        "/batch/jobs/a%00b/drive-info",
        "/batch/jobs/a%00b/trace"
      })
  void isRefusedInAnIdThatIsAskedFor(String path) {
    problem(plain().get(path), ErrorType.OPTION_INVALID).body("detail", containsString("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/jobs/a%00b:cancel", "/v1/jobs/a%00b:retry"})
  void isRefusedInTheIdOfACommand(String path) {
    problem(plain().post(path), ErrorType.OPTION_INVALID);
    problem(plain().delete("/v1/jobs/a%00b"), ErrorType.OPTION_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/jobs?title=a%00b", "/v1/findings?job=a%00b"})
  void isRefusedInTheQuery(String address) {
    problem(plain().get(address), ErrorType.OPTION_INVALID).body("detail", containsString("%00"));
  }

  @Test
  void isRefusedInACursor() {
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("2026-05-17T08:30:00Z a\0b".getBytes(UTF_8));
    problem(plain().get("/v1/jobs?cursor=" + cursor), ErrorType.OPTION_INVALID);
    String place =
        Base64.getUrlEncoder().withoutPadding().encodeToString("a\0b 1 1".getBytes(UTF_8));
    problem(plain().get("/v1/findings?cursor=" + place), ErrorType.OPTION_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\": \"https://example.com/a\\u0000b\"}",
        "{\"name\": \"a\", \"url\": \"https://example.com/a\\u0000b\"}",
        "{\"upload\": \"a\\u0000b\"}"
      })
  void isRefusedInASource(String source) {
    problem(json("/v1/jobs", "{\"sources\": [" + source + "]}"), ErrorType.OPTION_INVALID)
        .body("detail", containsString("NUL"));
  }

  @Test
  void isRefusedInUrlsOfTheBatchApi() {
    problem(
        json("/batch/jobs", "{\"urls\": [\"https://example.com/a\\u0000b\"]}"),
        ErrorType.OPTION_INVALID);
    problem(
        json("/analyze/svg", "{\"svg_url\": \"https://example.com/a\\u0000b\"}"),
        ErrorType.OPTION_INVALID);
  }

  @Test
  void isRefusedInTheNameOfAFileOfAForm() {
    Response answer =
        Client.asked()
            .contentType("multipart/form-data; boundary=b")
            .body(
                String.join(
                    "\r\n",
                    "--b",
                    "Content-Disposition: form-data; name=\"pages\"; filename=\"a\0b.svg\"",
                    "Content-Type: image/svg+xml",
                    "",
                    "<svg/>",
                    "--b--",
                    ""))
            .post("/v1/jobs");
    problem(answer, ErrorType.OPTION_INVALID).body("detail", containsString("NUL"));
  }

  private static RequestSpecification plain() {
    return Client.asked().urlEncodingEnabled(false);
  }

  private static Response json(String address, String body) {
    return Client.asked().contentType("application/json").body(body).post(address);
  }
}
