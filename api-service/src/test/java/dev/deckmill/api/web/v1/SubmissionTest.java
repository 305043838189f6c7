package dev.deckmill.api.web.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.JobChanged;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.testing.CapturedSpans;
import dev.deckmill.service.testing.Rows;
import dev.deckmill.service.testing.TestTopic;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class SubmissionTest {
  @Inject BlobStore blobs;
  @Inject CapturedSpans spans;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void acceptsPagesAndTellsWhereToAskForTheJob() {
    Response answer = Client.pages(3).multiPart("title", "Overview").post("/v1/jobs");

    answer
        .then()
        .statusCode(202)
        .body("id", matchesPattern("[0-9a-z]{26}"))
        .body("title", equalTo("Overview"))
        .body("state", equalTo("queued"))
        .body("conversion", equalTo("pending"))
        .body("delivery.status", equalTo("none"))
        .body("pages.total", equalTo(3))
        .body("pages.queued", equalTo(3));
    String id = answer.jsonPath().getString("id");
    assertThat(answer.header("Location")).endsWith("/v1/jobs/" + id);
    Client.job(id).then().statusCode(200).body("id", equalTo(id));
  }

  @Test
  void keepsTheOrderTheNamesAndTheBytesOfThePages() throws IOException {
    String form =
        part("pages", "z-first.svg", Client.svg(11))
            + "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nÜbersicht\r\n"
            + part("other", "/home/me/a-second.svg", Client.svg(22))
            + part("pages", "日本.svg", Client.svg(33))
            + "--b--\r\n";
    Response answer =
        Client.asked().contentType("multipart/form-data; boundary=b").body(form).post("/v1/jobs");
    String id = answer.jsonPath().getString("id");

    answer.then().body("title", equalTo("Übersicht"));
    Client.asked()
        .get("/v1/jobs/" + id + "/pages")
        .then()
        .body("pages.name", equalTo(List.of("z-first.svg", "a-second.svg", "日本.svg")))
        .body("pages.state", equalTo(List.of("queued", "queued", "queued")))
        .body("pages.attempts", equalTo(List.of(0, 0, 0)));
    for (int page = 1; page <= 3; page++) {
      ConvertPage order = orders.page(id, page, 1);
      assertThat(blobs.read(order.source())).isEqualTo(Client.svg(page * 11));
    }
  }

  private static String part(String name, String file, byte[] content) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, file, new String(content, UTF_8));
  }

  @Test
  void ordersEachPageAsTheClientWantsIt() {
    String id =
        Client.submitted(
            2,
            Map.of(
                "slideSize",
                "4:3",
                "target",
                "quality",
                "textProfile",
                "google-slides",
                "fonts",
                "embed"));

    ConvertPage order = orders.page(id, 2, 1);

    assertThat(order.tenant()).isEqualTo("acme");
    assertThat(order.name()).isEqualTo("p02.svg");
    assertThat(order.timeLimitMillis()).isEqualTo(15_000);
    assertThat(order.pageBytes()).isEqualTo(4_000);
    assertThat(order.options())
        .isEqualTo(
            new ConversionOptions(
                new SlideSize(9_144_000, 6_858_000), "quality", "google-slides", "embed"));
  }

  @Test
  void sendsThePagesOfALargeJobDownTheBulkLane() {
    String small = Client.submitted(20, Map.of());
    String large = Client.submitted(21, Map.of());

    assertThat(orders.bulkPages(large, 21)).hasSize(21);
    orders.page(small, 20, 1);
    assertThat(orders.pagesSoFar(large)).isEmpty();
  }

  @Test
  void announcesThatItHasAcceptedTheJob() {
    String id = Client.submitted(2, Map.of());

    assertThat(orders.events(id, JobChanged.class, 1))
        .containsExactly(new JobChanged(id, "acme", "queued", 2, 0, 0, null));
  }

  @Test
  void continuesTheTraceOfItsCaller() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    Response answer =
        Client.pages(1)
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00")
            .post("/v1/jobs");
    String id = answer.jsonPath().getString("id");

    assertThat(answer.header("X-Trace-Id")).isEqualTo(trace);
    answer.then().body("traceId", equalTo(trace));
    String sent = TestTopic.header(orders.pageRecord(id, 1, 1), "traceparent");
    assertThat(sent).startsWith("00-" + trace).endsWith("-01");
    SpanData intake = awaitSpan(trace, "POST /v1/jobs");
    SpanData send = awaitSpan(trace, "send deckmill.page.convert");
    assertThat(intake.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(send.getParentSpanId()).isEqualTo(intake.getSpanId());
    assertThat(sent).contains(send.getSpanId());
  }

  private SpanData awaitSpan(String trace, String name) {
    return Awaitility.await(name)
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> spans.ofTrace(trace).stream().filter(s -> s.getName().equals(name)).findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void notesWhoSubmittedWhat() {
    String id = Client.submitted(1, Map.of());

    assertThat(
            Rows.number(
                """
                select count(*) from api.audit
                 where object = :id and action = 'job.submit' and actor = 'bootstrap' and tenant = 'acme'
                """,
                Map.of("id", id)))
        .isEqualTo(1);
  }

  @Test
  void givesNoTwoJobsOneId() {
    assertThat(Client.submitted(1, Map.of())).isNotEqualTo(Client.submitted(1, Map.of()));
  }
}
