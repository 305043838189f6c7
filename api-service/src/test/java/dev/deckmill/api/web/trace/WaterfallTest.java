package dev.deckmill.api.web.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.ErrorType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class WaterfallTest {
  private static final Pattern STYLE_OR_SCRIPT =
      Pattern.compile("<script|<style|\\sstyle=|\\son[a-z]+=");

  @Inject TracedJobs jobs;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void showsEachPageWithItsAttemptsAndFindings() {
    String id = jobs.finished(orders);
    String page = shown(id, "").asString();
    assertThat(page)
        .contains("Where the time went", "1 · p01.svg", "3 · p03.svg", "RASTERIZED")
        .contains("href=\"/v1/jobs/" + id + "/trace.html?pages=2-2\"");
  }

  @Test
  void showsTheSpansOfOnePageAndWhyItsElementsArePictures() {
    String id = jobs.finished(orders);
    jobs.addSpans(id);
    assertThat(shown(id, "?pages=1").asString())
        .contains("class=\"deep1\">parse", "converter-service")
        .contains("A filter was drawn as a &lt;picture&gt;.");
    assertThat(shown(id, "?pages=2").asString())
        .contains("SVG_INVALID: The page failed in a test.");
  }

  @Test
  void letsNothingOfAPageBecomeMarkup() {
    Response answer = shown(jobs.finished(orders), "");
    assertThat(answer.asString())
        .contains("Q3 &lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContainPattern(STYLE_OR_SCRIPT);
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "style-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void groupsThePagesOfAGiantAndGoesIntoEachGroup() {
    String id = TracedJobs.giant(10_000);
    String all = shown(id, "").asString();
    assertThat(all).contains("1–200", "9801–10000", "?pages=201-400");
    assertThat(all.split("<tr>")).hasSizeLessThan(90);
    assertThat(shown(id, "?pages=201-400").asString()).contains("201–205").doesNotContain("401–");
    assertThat(shown(id, "?pages=201-208").asString()).contains("208 · page-208.svg");
    shown(id, "?pages=9990-20000");
    Client.asked().get("/v1/jobs/" + id + "/trace.html?pages=10001").then().statusCode(400);
  }

  @Test
  void isStyledByASheetThatNeedsNoKey() {
    given()
        .get("/v1/assets/waterfall.css")
        .then()
        .statusCode(200)
        .contentType(org.hamcrest.Matchers.startsWith("text/css"));
  }

  @Test
  void takesTheKeyAsABrowsersPasswordOnlyToRead() {
    String id = jobs.finished(orders);
    String path = "/v1/jobs/" + id + "/trace.html";
    given().auth().preemptive().basic("me", Client.KEY).get(path).then().statusCode(200);
    given().auth().preemptive().basic("me", "wrong").get(path).then().statusCode(401);
    given()
        .urlEncodingEnabled(false)
        .auth()
        .preemptive()
        .basic("me", Client.KEY)
        .post("/v1/jobs/" + id + ":retry")
        .then()
        .statusCode(401);
    given()
        .auth()
        .preemptive()
        .basic("me", Client.KEY)
        .delete("/v1/jobs/" + id)
        .then()
        .statusCode(401);
  }

  @Test
  void asksOnlyABrowserForAPassword() {
    String path = "/v1/jobs/any/trace.html";
    Response browser = given().accept("text/html,*/*;q=0.8").get(path);
    browser.then().statusCode(401);
    assertThat(browser.headers().getValues("WWW-Authenticate"))
        .anyMatch(challenge -> challenge.startsWith("Basic "));
    Response program = given().accept("application/json").get("/v1/jobs/any/trace");
    program.then().statusCode(401);
    assertThat(program.headers().getValues("WWW-Authenticate"))
        .noneMatch(challenge -> challenge.startsWith("Basic "));
    assertThat(program.jsonPath().getString("code")).isEqualTo(ErrorType.UNAUTHENTICATED.name());
  }

  private static Response shown(String id, String query) {
    Response answer = Client.asked().get("/v1/jobs/" + id + "/trace.html" + query);
    answer.then().statusCode(200);
    return answer;
  }
}
