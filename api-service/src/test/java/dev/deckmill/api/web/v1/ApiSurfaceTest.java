package dev.deckmill.api.web.v1;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class ApiSurfaceTest {
  @Test
  void describesItself() {
    given()
        .accept("application/json")
        .get("/v1/openapi")
        .then()
        .statusCode(200)
        .body("paths", hasKey("/v1/jobs"))
        .body("paths", hasKey("/v1/jobs/{id}"))
        .body("paths", hasKey("/v1/jobs/{id}/pages"))
        .body("paths", hasKey("/v1/jobs/{id}/result"))
        .body("paths", hasKey("/v1/limits"))
        .body(
            "components.requestBodies.Submission.content.'multipart/form-data'.schema.$ref",
            equalTo("#/components/schemas/Submission"))
        .body("paths", hasKey("/v1/uploads"))
        .body("components.requestBodies.Submission.content", hasKey("application/json"))
        .body("components.requestBodies.Submission.content", hasKey("application/zip"))
        .body(
            "paths.'/v1/jobs'.post.requestBody.$ref",
            equalTo("#/components/requestBodies/Submission"))
        .body("paths.'/v1/jobs'.post.parameters.name", hasItem("Idempotency-Key"))
        .body("components.schemas.SubmissionOptions.properties", hasKey("slideSize"))
        .body("components.securitySchemes.apiKey.scheme", equalTo("bearer"));
  }

  @Test
  void isReadyWhenDatabaseBrokerAndBlobStoreAre() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItem("blob store"))
        .body("checks.name", hasItem("Database connections health check"));
  }

  @Test
  void tellsItsLimitsAndHowFarTheyGo() {
    Client.asked()
        .get("/v1/limits")
        .then()
        .statusCode(200)
        .body("pages.limit", equalTo(30))
        .body("pages.cap", equalTo(10_000))
        .body("pageBytes.limit", equalTo(4000))
        .body("pageTimeMs.limit", equalTo(15_000))
        .body("jobDeadlineMs.limit", equalTo(1_800_000));
  }
}
