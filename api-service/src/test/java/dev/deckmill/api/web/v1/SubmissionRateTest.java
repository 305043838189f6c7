package dev.deckmill.api.web.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.store.intake.RateStore;
import dev.deckmill.api.store.intake.RateStore.Taken;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class SubmissionRateTest {
  private static final Duration EVERY_SECOND = Duration.ofSeconds(1);

  @Inject AppDatabase database;
  @Inject RateStore rates;
  private final String tenant = "rate-" + UUID.randomUUID();

  private Taken take(Duration every, int burst) {
    return database.as(tenant, tx -> rates.take(tx, tenant, every, burst));
  }

  @Test
  void letsTheBurstPassAndNotOneMore() {
    // So slow that none comes back while the test goes on.
    Duration every = Duration.ofHours(1);
    for (int left = 19; left >= 0; left--) {
      Taken taken = take(every, 20);
      assertThat(taken.passed()).isTrue();
      assertThat(taken.left()).isEqualTo(left);
    }
    Taken refused = take(every, 20);
    assertThat(refused.passed()).isFalse();
    assertThat(refused.nextAfter()).isPositive().isLessThanOrEqualTo(every);
  }

  @Test
  void letsOneMorePassForEachStepOfTime() {
    IntStream.range(0, 20).forEach(i -> take(EVERY_SECOND, 20));
    passTime(2_000);
    assertThat(take(EVERY_SECOND, 20).passed()).isTrue();
    assertThat(take(EVERY_SECOND, 20).passed()).isTrue();
    passTime(3_600_000);
    assertThat(take(EVERY_SECOND, 20).left()).as("no more than the burst").isEqualTo(19);
  }

  private void passTime(int millis) {
    Rows.change(
        """
        update api.submission_rate set used_until = used_until - :millis * interval '1 millisecond'
         where tenant = :tenant
        """,
        Map.of("tenant", tenant, "millis", millis));
  }

  @Test
  void countsWhateverReplicaATryReaches() {
    List<CompletableFuture<Taken>> tries =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> take(Duration.ofHours(1), 20)))
            .limit(40)
            .toList();
    assertThat(tries.stream().map(CompletableFuture::join).filter(Taken::passed)).hasSize(20);
  }

  @Test
  void tellsTheClientWhenToComeBack() {
    String key = "rate-key-" + UUID.randomUUID();
    ApiKeys.add(tenant, key);
    Response first = submit(key);
    first.then().statusCode(202);
    assertThat(first.header("RateLimit")).matches("\"burst\";r=99[0-9];t=1");
    assertThat(first.header("RateLimit-Policy"))
        .isEqualTo("\"submissions\";q=60000;w=60, \"burst\";q=1000;w=1");

    passTime(-30_000);
    Response refused = submit(key);
    refused
        .then()
        .statusCode(429)
        .body("code", equalTo("QUOTA_SUBMISSIONS"))
        .body("retryable", equalTo(true));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(25, 30);
    assertThat(refused.header("RateLimit")).startsWith("\"burst\";r=0;t=2");
    given().header("Authorization", "Bearer " + key).get("/v1/jobs").then().statusCode(200);
    Client.pages(1).post("/v1/jobs").then().statusCode(202);
  }

  private static Response submit(String key) {
    return given()
        .header("Authorization", "Bearer " + key)
        .multiPart("pages", "p.svg", Client.svg(1), "image/svg+xml")
        .post("/v1/jobs");
  }
}
