package dev.deckmill.api.web.v1;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators are promised to find; docs/operations.md lists it. */
@QuarkusTest
@Servers
final class MetricsTest {
  @Inject Workers workers;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void countsPagesByWhatBecameOfThem() {
    double succeeded = value("deckmill_pages_total", "outcome=\"succeeded\"");
    double failed = value("deckmill_pages_total", "outcome=\"failed\"");
    String id = Client.submitted(2, Map.of());
    workers.convert(orders.page(id, 1, 1));
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.SVG_INVALID));
    workers.packageDeck(orders.deck(id), new byte[10]);
    Client.awaitState(id, "partially_succeeded");

    assertThat(value("deckmill_pages_total", "outcome=\"succeeded\"")).isGreaterThan(succeeded);
    assertThat(value("deckmill_pages_total", "outcome=\"failed\"")).isGreaterThan(failed);
    assertThatLines("deckmill_queue_wait_seconds_bucket", "topic=\"" + Topics.PAGE_RESULT + "\"")
        .isNotEmpty();
  }

  @Test
  void countsRequestsByTheirRoutesWithTheirErrorsAndTimes() {
    Client.asked().get("/v1/jobs/" + Client.submitted(1, Map.of()));
    Client.asked().get("/v1/jobs/01unknown");

    for (String status : List.of("200", "404")) {
      for (String figure : List.of("count", "sum")) {
        assertThatLines(
                "http_server_requests_seconds_" + figure,
                "method=\"GET\"",
                "status=\"" + status + "\"",
                "uri=\"/v1/jobs/{id}\"")
            .isNotEmpty();
      }
    }
    assertThat(metrics()).noneMatch(line -> line.contains("01unknown"));
  }

  @Test
  void tellsWhatWaitsInTheOutboxAndInKafka() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              for (String name :
                  List.of(
                      "deckmill_outbox_age_seconds",
                      "deckmill_outbox_rows",
                      "kafka_consumer_fetch_manager_records_lag")) {
                assertThatLines(name).as(name).isNotEmpty();
              }
            });
  }

  private static double value(String name, String label) {
    return metrics().stream()
        .filter(line -> line.startsWith(name + "{") && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf("} ") + 2)))
        .sum();
  }

  private static ListAssert<String> assertThatLines(String name, String... labels) {
    return assertThat(metrics())
        .filteredOn(line -> line.startsWith(name))
        .filteredOn(line -> List.of(labels).stream().allMatch(line::contains));
  }

  private static List<String> metrics() {
    return given()
        .accept("text/plain")
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .toList();
  }
}
