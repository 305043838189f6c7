package dev.deckmill.api.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.config.EncoderConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** Asks the service as a client with a key does. */
public final class Client {
  /** The key that the tests' configuration makes valid, of tenant {@code acme}. */
  public static final String KEY = "test-key-test-key-test-key-test-key";

  private static final String PAGE =
      "<svg xmlns='http://www.w3.org/2000/svg'><rect width='%d' height='5'/></svg>";

  /** Sends forms in UTF-8, and bodies that a test wrote by hand as they are. */
  private static final RestAssuredConfig AS_IT_IS =
      RestAssuredConfig.config()
          .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset(UTF_8))
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .defaultContentCharset(UTF_8)
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)
                  .encodeContentTypeAs("image/svg+xml", ContentType.TEXT));

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Client() {}

  /** A request with the key. */
  public static RequestSpecification asked() {
    return given().config(AS_IT_IS).header("Authorization", "Bearer " + KEY);
  }

  /** A submission of so many small pages, not sent yet. */
  public static RequestSpecification pages(int count) {
    RequestSpecification request = asked();
    for (int page = 1; page <= count; page++) {
      request.multiPart(
          "pages", "p%02d.svg".formatted(page), svg(page), "application/octet-stream");
    }
    return request;
  }

  /** Submits so many pages with options; returns the job's id. */
  public static String submitted(int count, Map<String, String> options) {
    RequestSpecification request = pages(count);
    options.forEach(request::multiPart);
    Response answer = request.post("/v1/jobs");
    answer.then().statusCode(202);
    return answer.jsonPath().getString("id");
  }

  /** Asks for {@code deed} to be done to a job, such as {@code :cancel}. */
  public static Response deed(String id, String deed) {
    // REST Assured would write the colon as %3A.
    return asked().urlEncodingEnabled(false).post("/v1/jobs/" + id + deed);
  }

  /** What the API says about a job. */
  public static Response job(String id) {
    return asked().get("/v1/jobs/" + id);
  }

  /** Waits until a job is in a state; returns what the API says then. */
  public static Response awaitState(String id, String state) {
    Awaitility.await("job " + id + " is " + state)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> job(id).jsonPath().getString("state"), state::equals);
    return job(id);
  }

  /** The bytes of page {@code number} of every submission. */
  public static byte[] svg(int number) {
    return PAGE.formatted(number).getBytes(UTF_8);
  }
}
