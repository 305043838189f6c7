package dev.deckmill.api.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a tenant of its own, who may have {@value #LIMIT} unfinished jobs. */
@QuarkusTest
@Servers
final class QuotaTest {
  private static final int LIMIT = 1000;
  private static final int AT_ONCE = 50;

  private String tenant;
  private String key;

  @BeforeEach
  void begin() {
    String name = UUID.randomUUID().toString().substring(0, 8);
    tenant = "quota-" + name;
    key = "quota-key-quota-key-quota-key-" + name;
    ApiKeys.add(tenant, key);
  }

  @Test
  void isKeptHoweverManySubmissionsComeAtOnce() throws Exception {
    int left = 5;
    occupy("queued", LIMIT - left);
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int number = 0; number < AT_ONCE; number++) {
        answers.add(
            threads.submit(
                () -> {
                  together.await();
                  return submit().statusCode();
                }));
      }
    }

    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    assertThat(statuses).containsOnly(202, 429);
    assertThat(statuses.stream().filter(status -> status == 202)).hasSize(left);
    assertThat(
            Rows.number(
                "select count(*) from api.job where tenant = :tenant and finished_at is null",
                Map.of("tenant", tenant)))
        .isEqualTo(LIMIT);
  }

  /** A large job takes a second to be written. */
  @Test
  void letsOneJobInWhileAnotherIsBeingWritten() throws Exception {
    occupy("queued", 1);
    try (Handle other = Rows.as(Role.SUPERUSER);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      other.begin();
      other.execute(
          "insert into api.idempotency (tenant, key, fingerprint, job_id) values (?, 'mine', 'f', ?)",
          tenant,
          tenant + "-queued-1");
      Future<Response> stuck =
          threads.submit(() -> submission().header("Idempotency-Key", "mine").post("/v1/jobs"));
      try {
        awaitSomebodyWhoWaits(other);
        Future<Response> second = threads.submit(this::submit);
        assertThat(second.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
        assertThat(stuck).isNotDone();
      } finally {
        other.rollback();
      }
      assertThat(stuck.get().statusCode()).isEqualTo(202);
    }
  }

  private static void awaitSomebodyWhoWaits(Handle other) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                other
                    .createQuery(
                        """
                        select exists (select from pg_locks
                                        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
                        """)
                    .mapTo(Boolean.class)
                    .one());
  }

  @Test
  void holdsJobsThatGoOnToTheSameNumber() {
    occupy("queued", LIMIT - 1);
    occupy("failed", 1);
    String ended = tenant + "-failed-1";
    submit().then().statusCode(202);

    retry(ended)
        .then()
        .statusCode(429)
        .body("code", equalTo("QUOTA_JOBS"))
        .body("limit", equalTo(LIMIT))
        .body("actual", equalTo(LIMIT));
  }

  private Response submit() {
    return submission().post("/v1/jobs");
  }

  private RequestSpecification submission() {
    return given()
        .header("Authorization", "Bearer " + key)
        .multiPart("pages", "p.svg", Client.svg(1), "image/svg+xml");
  }

  private Response retry(String id) {
    return given()
        .header("Authorization", "Bearer " + key)
        .urlEncodingEnabled(false)
        .queryParam("scope", "all")
        .post("/v1/jobs/" + id + ":retry");
  }

  private void occupy(String state, int jobs) {
    Rows.change(
        """
        insert into api.job (tenant, id, title, state, conversion, delivery, on_page_error, target, text_profile,
                             folder_path, pages, input_key, deadline_at, finished_at)
        select :tenant, :tenant || '-' || :state || '-' || n, 't', :state, 'pending', 'none', 'skip', 'balanced',
               'powerpoint', '{}', 1, 'jobs/none/input', now() + interval '1 day',
               case when :state = 'failed' then now() end
          from generate_series(1, :jobs) n
        """,
        Map.of("tenant", tenant, "state", state, "jobs", jobs));
  }
}
