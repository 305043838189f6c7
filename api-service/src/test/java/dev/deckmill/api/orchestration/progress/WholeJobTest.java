package dev.deckmill.api.orchestration.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.JobChanged;
import dev.deckmill.contracts.message.JobCompleted;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckSlide;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.SlideList;
import dev.deckmill.service.testing.Rows;
import dev.deckmill.service.testing.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class WholeJobTest {
  private static final byte[] DECK = {'P', 'K', 3, 4, 5, 6};

  @Inject Workers workers;
  @Inject BlobStore blobs;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void ordersThePagesOfALargeJobAsResultsComeIn() throws IOException {
    String id = Client.submitted(30, Map.of());
    List<ConvertPage> first = orders.bulkPages(id, 25);
    assertThat(first).extracting(ConvertPage::page).containsExactlyInAnyOrderElementsOf(upTo(25));

    workers.convertQuickly(first.get(0));
    workers.convertQuickly(first.get(1));
    orders.bulkPages(id, 27);
    assertThat(orders.bulkPagesSoFar(id)).as("two results make room for two").hasSize(27);

    first.stream().skip(2).forEach(workers::convertQuickly);
    orders.bulkPages(id, 30).stream()
        .filter(order -> order.page() > 25)
        .forEach(workers::convertQuickly);
    assertThat(slides(orders.deck(id)))
        .extracting(DeckSlide::page)
        .containsExactlyElementsOf(upTo(30));
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void goesFromPagesToADeckThatCanBeDownloaded() throws IOException {
    String id = Client.submitted(3, Map.of("title", "Sales \"Q3\""));
    for (int page : new int[] {3, 1, 2}) {
      workers.convert(orders.page(id, page, 1));
    }
    PackageDeck order = orders.deck(id);
    assertThat(order.title()).isEqualTo("Sales \"Q3\"");
    assertThat(order.slideSize()).isEqualTo(new SlideSize(12_192_000, 6_858_000));
    assertThat(slides(order)).extracting(DeckSlide::page).containsExactly(1, 2, 3);
    assertThat(slides(order).getFirst().bundle()).isEqualTo(Workers.bundle(orders.page(id, 1, 1)));
    assertThat(slides(order))
        .extracting(DeckSlide::traceparent)
        .containsExactly(
            Workers.span(orders.page(id, 1, 1)),
            Workers.span(orders.page(id, 2, 1)),
            Workers.span(orders.page(id, 3, 1)));
    workers.packageDeck(order, DECK);

    Client.awaitState(id, "succeeded")
        .then()
        .body("conversion", equalTo("succeeded"))
        .body("delivery.status", equalTo("none"))
        .body("pages.succeeded", equalTo(3))
        .body("problem", nullValue())
        .body("links.result", equalTo("/v1/jobs/" + id + "/result"));
    Response result = Client.asked().get("/v1/jobs/" + id + "/result");
    result
        .then()
        .statusCode(200)
        .contentType("application/vnd.openxmlformats-officedocument.presentationml.presentation")
        .header("Content-Length", "6")
        .header(
            "Content-Disposition",
            "attachment; filename=\"Sales _Q3_.pptx\"; filename*=UTF-8''Sales%20_Q3_.pptx");
    assertThat(result.asByteArray()).isEqualTo(DECK);
    Client.asked()
        .header("If-None-Match", result.header("ETag"))
        .get("/v1/jobs/" + id + "/result")
        .then()
        .statusCode(304);
    assertThat(orders.events(id, JobChanged.class, 1))
        .containsExactly(new JobChanged(id, "acme", "queued", 3, 0, 0, null));
    assertThat(orders.events(id, JobCompleted.class, 1))
        .containsExactly(new JobCompleted(id, "acme", "succeeded", 1, 3, 0, null));
  }

  @Test
  void isOneTraceFromTheIntakeToTheUpload() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    String trace = Client.job(id).jsonPath().getString("traceId");
    workers.convert(orders.page(id, 1, 1));
    assertThat(TestTopic.header(orders.deckRecord(id), "traceparent")).contains(trace);
    workers.packageDeck(orders.deck(id), DECK);
    assertThat(TestTopic.header(orders.uploadRecord(id), "traceparent")).contains(trace);
  }

  @Test
  void writesWhatEachStageDidWithTheStateItLedTo() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    workers.send(Workers.started(orders.page(id, 1, 1)));
    workers.send(
        Workers.converted(
            orders.page(id, 1, 1), new PageFinding("FONT_SUBSTITUTED", false, "t1", "Arial")));
    workers.packageDeck(orders.deck(id), DECK);
    workers.send(Workers.uploaded(orders.upload(id)));

    Client.awaitState(id, "succeeded");
    Client.asked()
        .get("/v1/jobs/" + id + "/pages")
        .then()
        .body("pages[0].state", equalTo("succeeded"))
        .body("pages[0].attempts", equalTo(1))
        .body("pages[0].title", equalTo("Slide 1"))
        .body("pages[0].queueWaitMs", equalTo(7))
        .body("pages[0].timings.embedMicros", equalTo(40))
        .body("pages[0].renditions.nativeElements", equalTo(5))
        .body("pages[0].findings[0].code", equalTo("FONT_SUBSTITUTED"))
        .body("pages[0].findings[0].elementId", equalTo("t1"))
        .body("pages[0].findingCount", equalTo(1));
    assertThat(
            Rows.number(
                """
                select count(*) from api.stage_row where job_id = :id and tenant = 'acme' and outcome = 'succeeded'
                   and ((stage = 'convert' and page = 1 and total_us = 100 and queue_wait_ms = 7)
                     or (stage = 'package' and total_us = 1234 and (figures->'counts'->>'relationships')::int = 10)
                     or (stage = 'upload' and (figures->>'attempts')::int = 2 and total_us = 9))
                """,
                Map.of("id", id)))
        .isEqualTo(3);
  }

  @Test
  void deliversTheDeckWhereTheClientWantsIt() {
    String id =
        Client.submitted(
            1, Map.of("delivery", "drive", "title", "a/b", "folder", "Decks/{date}/{title}"));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), DECK);
    UploadDeck order = orders.upload(id);

    assertThat(order.fileName()).isEqualTo("a_b.pptx");
    assertThat(order.folderPath())
        .containsExactly("Decks", LocalDate.now(ZoneOffset.UTC).toString(), "a_b");
    Client.job(id)
        .then()
        .body("state", equalTo("delivering"))
        .body("conversion", equalTo("succeeded"))
        .body("delivery.status", equalTo("running"));
    Client.asked().get("/v1/jobs/" + id + "/result").then().statusCode(200);
    workers.send(Workers.uploaded(order));
    Client.awaitState(id, "succeeded")
        .then()
        .body("delivery.status", equalTo("succeeded"))
        .body("delivery.fileId", equalTo("file-1"))
        .body("delivery.folderId", equalTo("folder-1"))
        .body("delivery.link", equalTo("https://drive.example/1"));
  }

  @Test
  void keepsTheDeckWhenItCanNotBeDelivered() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), DECK);
    workers.send(Workers.uploadFailed(orders.upload(id), ErrorType.DRIVE_QUOTA));

    Client.awaitState(id, "partially_succeeded")
        .then()
        .body("conversion", equalTo("succeeded"))
        .body("delivery.status", equalTo("failed"))
        .body("delivery.problem.code", equalTo("DRIVE_QUOTA"));
    Client.asked().get("/v1/jobs/" + id + "/result").then().statusCode(200);
  }

  @Test
  void failsWhenTheDeckCanNotBeMade() {
    String id = Client.submitted(1, Map.of());
    workers.convert(orders.page(id, 1, 1));
    workers.send(Workers.packageFailed(orders.deck(id), ErrorType.STORAGE_FULL));

    Client.awaitState(id, "failed").then().body("problem.code", equalTo("STORAGE_FULL"));
    Client.asked().get("/v1/jobs/" + id + "/result").then().statusCode(404);
  }

  @Test
  void warnsOfASlideOnWhichAViewerWouldMissSomething() {
    String id = Client.submitted(1, Map.of());
    workers.send(
        Workers.converted(
            orders.page(id, 1, 1), new PageFinding("LINK_DROPPED", true, null, "gone")));
    workers.packageDeck(orders.deck(id), DECK);

    Client.awaitState(id, "succeeded_with_warnings").then().body("pages.degraded", equalTo(1));
  }

  @Test
  void takesTheSizeOfTheFirstSlideForAllIfAsked() {
    String id = Client.submitted(3, Map.of("slideSize", "auto"));
    assertThat(orders.page(id, 1, 1).options().slideSize()).isNull();
    assertThat(orders.pagesSoFar(id)).hasSize(1);
    workers.convert(orders.page(id, 1, 1));

    assertThat(orders.page(id, 2, 1).options().slideSize()).isEqualTo(Workers.OWN_SIZE);
    assertThat(orders.page(id, 3, 1).options().slideSize()).isEqualTo(Workers.OWN_SIZE);
    workers.convert(orders.page(id, 2, 1));
    workers.convert(orders.page(id, 3, 1));
    assertThat(orders.deck(id).slideSize()).isEqualTo(Workers.OWN_SIZE);
  }

  @Test
  void asksTheNextPageForTheSizeWhenTheFirstOneFails() {
    String id = Client.submitted(3, Map.of("slideSize", "auto"));
    workers.send(Workers.failed(orders.page(id, 1, 1), ErrorType.SVG_INVALID));

    assertThat(orders.page(id, 2, 1).options().slideSize()).isNull();
    assertThat(orders.pagesSoFar(id)).hasSize(2);
    workers.convert(orders.page(id, 2, 1));
    assertThat(orders.page(id, 3, 1).options().slideSize()).isEqualTo(Workers.OWN_SIZE);
  }

  private List<DeckSlide> slides(PackageDeck order) throws IOException {
    List<DeckSlide> slides = new ArrayList<>();
    try (InputStream list = blobs.open(order.slides())) {
      SlideList.read(list, slides::add);
    }
    assertThat(slides).hasSize(order.slideCount());
    return slides;
  }
}
