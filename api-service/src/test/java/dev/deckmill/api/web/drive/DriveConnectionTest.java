package dev.deckmill.api.web.drive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.FakeDriveService;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.service.testing.EndedSpans;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class DriveConnectionTest {
  private static final String CONNECTED =
      """
      {"tenant":"acme","state":"CONNECTED","mode":"user","account":"a<b>@example.com",
       "since":"2026-01-02T03:04:05Z","detail":"Decks are delivered into this account's Drive."}
      """;
  private static final String CALLBACK = "/v1/drive/callback";

  private static FakeDriveService.Asked asked() {
    assertThat(FakeDriveService.asked()).hasSize(1);
    return FakeDriveService.asked().getFirst();
  }

  @Test
  void givesThePageOnWhichToAgree() {
    FakeDriveService.answers(
        200, "{\"address\":\"https://accounts.example/auth?state=s\",\"expiresInSeconds\":600}");
    Client.asked()
        .post("/v1/drive/connection")
        .then()
        .statusCode(200)
        .body("authorizationUrl", equalTo("https://accounts.example/auth?state=s"))
        .body("expiresInSeconds", equalTo(600));
    assertThat(asked().method()).isEqualTo("POST");
    assertThat(asked().path()).isEqualTo("/internal/v1/connections/acme");
    assertThat(asked().authorization()).isEqualTo("Bearer " + FakeDriveService.TOKEN);
  }

  @Test
  void tellsAsWhomDecksAreDelivered() {
    FakeDriveService.answers(200, CONNECTED);
    Client.asked()
        .get("/v1/drive/connection")
        .then()
        .statusCode(200)
        .body("state", equalTo("connected"))
        .body("account", equalTo("a<b>@example.com"))
        .body("since", equalTo("2026-01-02T03:04:05Z"));
  }

  @Test
  void disconnects() {
    FakeDriveService.answers(
        200, "{\"tenant\":\"acme\",\"state\":\"NONE\",\"mode\":\"user\",\"detail\":\"None.\"}");
    Client.asked()
        .delete("/v1/drive/connection")
        .then()
        .statusCode(200)
        .body("state", equalTo("none"));
    assertThat(asked().method()).isEqualTo("DELETE");
  }

  @Test
  void tellsWhatTheCheckFound() {
    FakeDriveService.answers(
        200,
        """
        {"mode":"user","about":"Each tenant.","checks":[
          {"name":"Settings","outcome":"OK","found":"Fine."},
          {"name":"Seal key","outcome":"PROBLEM","found":"Short.","mend":"Make one."}]}
        """);
    Client.asked()
        .get("/v1/drive/check")
        .then()
        .statusCode(200)
        .body("good", equalTo(false))
        .body("checks[1].outcome", equalTo("problem"))
        .body("checks[1].mend", equalTo("Make one."));
  }

  @Test
  void givesTheBrowserThatBeginsACookieAndKnowsItByThatAgain() {
    FakeDriveService.answers(
        200, "{\"address\":\"https://accounts.example/auth?state=s\",\"expiresInSeconds\":600}");
    Response begun = given().redirects().follow(false).get("/v1/drive/consent?state=s");
    begun.then().statusCode(303).header("Location", "https://accounts.example/auth?state=s");
    assertThat(begun.getHeader("Set-Cookie"))
        .startsWith("deckmill-consent=")
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax")
        .containsIgnoringCase("Path=/")
        .doesNotContain("Secure");
    String opened = asked().body();
    assertThat(opened).contains("\"state\":\"s\"").doesNotContain(begun.cookie("deckmill-consent"));
    String hash = opened.replaceFirst(".*\"browserSha256\":\"([0-9a-f]{64})\".*", "$1");
    FakeDriveService.answers(200, CONNECTED);
    given()
        .cookie("deckmill-consent", begun.cookie("deckmill-consent"))
        .get(CALLBACK + "?state=s&code=c")
        .then()
        .statusCode(200);
    assertThat(asked().body()).contains("\"browserSha256\":\"" + hash + "\"");
  }

  @Test
  void letsNoNeighbouringHostSetTheCookie() {
    FakeDriveService.answers(
        200, "{\"address\":\"https://accounts.example/auth?state=s\",\"expiresInSeconds\":600}");
    Response begun =
        given()
            .redirects()
            .follow(false)
            .header("Host", "decks.example")
            .get("/v1/drive/consent?state=s");
    assertThat(begun.getHeader("Set-Cookie"))
        .startsWith("__Host-deckmill-consent=")
        .containsIgnoringCase("Secure");
  }

  @Test
  void handsTheCodeOnAndSaysWhatHappensNext() {
    FakeDriveService.answers(200, CONNECTED);
    Response page =
        given()
            .urlEncodingEnabled(false)
            .get(CALLBACK + "?state=the-state&code=4%2Fthe-code&scope=x");
    page.then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .body(containsString("a&lt;b&gt;@example.com"))
        .body(not(containsString("the-code")))
        .body(not(containsString("the-state")));
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(EndedSpans.NAMES)
        .as("the query that holds the code is in no span")
        .noneMatch(name -> name.contains("callback"));
    assertThat(asked().path()).isEqualTo("/internal/v1/consents");
    assertThat(asked().body()).isEqualTo("{\"state\":\"the-state\",\"code\":\"4/the-code\"}");
  }

  @Test
  void namesTheTenantOfAKeyThatIsShownAllTheSame() {
    FakeDriveService.answers(200, CONNECTED);
    Client.asked().get(CALLBACK + "?state=s&code=c").then().statusCode(200);
    assertThat(asked().body()).contains("\"tenant\":\"acme\"");
    given()
        .header("Authorization", "Bearer wrong")
        .get(CALLBACK + "?state=s&code=c")
        .then()
        .statusCode(401);
    assertThat(FakeDriveService.asked()).hasSize(1);
  }

  @Test
  void saysOnThePageWhyNothingWasConnected() {
    FakeDriveService.answers(
        400, "{\"type\":\"DELIVERY_STATE\",\"detail\":\"<Answered> before.\"}");
    given()
        .get(CALLBACK + "?state=s&error=access_denied")
        .then()
        .statusCode(400)
        .body(containsString("&lt;Answered&gt; before."))
        .body(containsString("DELIVERY_STATE"));
    assertThat(asked().body()).isEqualTo("{\"state\":\"s\",\"error\":\"access_denied\"}");
  }

  @Test
  void asksNobodyAboutWhatIsNoWayBackFromGoogle() {
    FakeDriveService.answers(200, CONNECTED);
    given().get(CALLBACK).then().statusCode(400);
    given().get(CALLBACK + "?state=" + "s".repeat(3_000)).then().statusCode(400);
    assertThat(FakeDriveService.asked()).isEmpty();
  }

  @Test
  void passesARefusalOnAsAProblem() {
    FakeDriveService.answers(502, "{\"type\":\"DRIVE_UNAVAILABLE\",\"detail\":\"Try again.\"}");
    Client.asked()
        .delete("/v1/drive/connection")
        .then()
        .statusCode(502)
        .body("code", equalTo("DRIVE_UNAVAILABLE"))
        .body("detail", equalTo("Try again."));
    FakeDriveService.answers(401, "");
    Client.asked()
        .get("/v1/drive/connection")
        .then()
        .statusCode(400)
        .body("detail", containsString("deckmill.api.drive-link"));
    FakeDriveService.answers(200, "no JSON");
    Client.asked().get("/v1/drive/connection").then().statusCode(503);
  }

  @Test
  void wantsAKeyForEverythingElse() {
    given().get("/v1/drive/connection").then().statusCode(401);
    given().post("/v1/drive/connection").then().statusCode(401);
    given().get("/v1/drive/check").then().statusCode(401);
  }

  @Test
  void deliversWhereItIsSetUpAndNowhereElse() {
    assertThat(Client.asked().get("/v1/capabilities").jsonPath().getList("options.delivery"))
        .isEqualTo(List.of("none", "drive", "files"));
    Client.pages(1)
        .multiPart("delivery", "s3")
        .post("/v1/jobs")
        .then()
        .statusCode(400)
        .body("code", equalTo("OPTION_INVALID"))
        .body("detail", containsString("deckmill.api.deliveries"));
    Client.pages(1)
        .multiPart("delivery", "files")
        .post("/v1/jobs")
        .then()
        .statusCode(202)
        .body("delivery.target", equalTo("files"));
  }
}
