package dev.deckmill.api.web.v1;

import static dev.deckmill.api.testing.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Servers
final class IdempotencyTest {
  private final String key = UUID.randomUUID().toString();

  private static Response post(String key, RequestSpecification request) {
    return request.header("Idempotency-Key", key).post("/v1/jobs");
  }

  @Test
  void answersTheSameSubmissionWithTheSameJobHoweverOftenItIsSent() {
    String id = null;
    for (int time = 0; time < 20; time++) {
      Response answer = post(key, Client.pages(2).multiPart("title", "Once"));
      answer.then().statusCode(202).body("pages.total", equalTo(2));
      id = id == null ? answer.jsonPath().getString("id") : id;
      answer.then().body("id", equalTo(id));
      assertThat(answer.header("Location")).endsWith("/v1/jobs/" + id);
      assertThat(answer.header("Idempotency-Replayed")).isEqualTo(time == 0 ? null : "true");
    }
    assertThat(jobsTitled("Once")).isEqualTo(1);
  }

  @Test
  void keepsNothingOfARepeatedSubmissionButTheFirst() {
    String id = post(key, Client.pages(1)).jsonPath().getString("id");
    long intakes = Rows.number("select count(*) from api.intake", Map.of());
    post(key, Client.pages(1)).then().statusCode(202);

    assertThat(Rows.number("select count(*) from api.intake", Map.of())).isEqualTo(intakes);
    assertThat(
            Rows.number(
                "select count(*) from api.idempotency where job_id = :id", Map.of("id", id)))
        .isEqualTo(1);
  }

  @Test
  void makesOneJobOfSubmissionsThatComeAtTheSameMoment() throws Exception {
    List<Future<Response>> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(10)) {
      for (int post = 0; post < 50; post++) {
        answers.add(clients.submit(() -> post(key, Client.pages(1).multiPart("title", key))));
      }
    }
    Set<String> ids = new TreeSet<>();
    for (Future<Response> each : answers) {
      Response answer = each.get();
      if (answer.statusCode() == 409) {
        problem(answer, ErrorType.IDEMPOTENCY_CONFLICT);
      } else {
        answer.then().statusCode(202);
        ids.add(answer.jsonPath().getString("id"));
      }
    }
    assertThat(ids).hasSize(1);
    assertThat(jobsTitled(key)).isEqualTo(1);
  }

  @Test
  void refusesASecondSubmissionWhileTheFirstIsBeingTakenIn() {
    try (Handle other = Rows.as(Role.WORKER)) {
      other.begin();
      other
          .createQuery("select pg_advisory_xact_lock(hashtextextended('acme ' || :key, 7))")
          .bind("key", key)
          .mapToMap()
          .one();
      problem(post(key, Client.pages(1)), ErrorType.IDEMPOTENCY_CONFLICT, 409);
      other.rollback();
    }
    post(key, Client.pages(1)).then().statusCode(202);
  }

  @Test
  void refusesTheKeyOfASubmissionForAnother() {
    post(key, Client.pages(2)).then().statusCode(202);

    problem(post(key, Client.pages(3)), ErrorType.IDEMPOTENCY_CONFLICT, 422);
    problem(
        post(key, Client.pages(2).multiPart("target", "quality")),
        ErrorType.IDEMPOTENCY_CONFLICT,
        422);
    problem(
        post(
            key,
            Client.asked()
                .multiPart("pages", "p02.svg", Client.svg(1))
                .multiPart("pages", "p01.svg", Client.svg(2))),
        ErrorType.IDEMPOTENCY_CONFLICT,
        422);
    post(key, Client.pages(2)).then().statusCode(202);
  }

  @Test
  void makesAJobOfASubmissionWhoseKeyCameWithOneThatWasRefused() {
    problem(post(key, Client.pages(1).multiPart("colour", "red")), ErrorType.OPTION_INVALID);
    Response answer = post(key, Client.pages(1));

    answer.then().statusCode(202);
    assertThat(answer.header("Idempotency-Replayed")).isNull();
  }

  @Test
  void knowsTheKeysOfOneTenantToThatOneAlone() {
    String other = "other-key-other-key-other-key-other";
    ApiKeys.add("other", other);
    String mine = post(key, Client.pages(1)).jsonPath().getString("id");
    Response theirs =
        io.restassured.RestAssured.given()
            .header("Authorization", "Bearer " + other)
            .header("Idempotency-Key", key)
            .multiPart("pages", "p.svg", Client.svg(9), "image/svg+xml")
            .post("/v1/jobs");

    theirs.then().statusCode(202);
    assertThat(theirs.jsonPath().getString("id")).isNotEqualTo(mine);
  }

  @Test
  void remembersAKeyForSevenDays() {
    String id = post(key, Client.pages(1)).jsonPath().getString("id");
    age("7 days", "1 hour");
    post(key, Client.pages(1)).then().body("id", equalTo(id));
    age("7 days", "-1 hour");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Rows.number(
                        "select count(*) from api.idempotency where key = :key", Map.of("key", key))
                    == 0);
    Response again = post(key, Client.pages(3));
    again.then().statusCode(202);
    assertThat(again.jsonPath().getString("id")).isNotEqualTo(id);
  }

  /** By the database's own clock. */
  private void age(String age, String less) {
    try (Handle app = Rows.as(Role.APP)) {
      app.useTransaction(
          tx -> {
            tx.execute("select set_config('deckmill.tenant', 'acme', true)");
            tx.execute(
                "update api.idempotency set created_at = now() - ?::interval + ?::interval where key = ?",
                age,
                less,
                key);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "!", "~", "0"})
  void takesPrintableKeys(String start) {
    String printable = start + key;
    post(printable, Client.pages(1)).then().statusCode(202);
  }

  @Test
  void takesAKeyAsLongAsTheLimitAndNotOneCharacterMore() {
    String longest = key + "k".repeat(255 - key.length());
    post(longest, Client.pages(1)).then().statusCode(202);
    problem(post(longest + "k", Client.pages(1)), ErrorType.OPTION_INVALID);
  }

  private static long jobsTitled(String title) {
    return Rows.number("select count(*) from api.job where title = :title", Map.of("title", title));
  }
}
