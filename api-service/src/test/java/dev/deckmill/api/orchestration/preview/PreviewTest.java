package dev.deckmill.api.orchestration.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.PagePreviewFailed;
import dev.deckmill.contracts.message.PagePreviewed;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@Servers
final class PreviewTest {
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1};
  private static final Executor VIEWERS = Executors.newFixedThreadPool(8);
  private static final byte[] OTHER = {(byte) 0x89, 'P', 'N', 'G', 2};

  @Inject Workers workers;
  @Inject BlobStore blobs;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void isDrawnWhenItIsAskedForTheFirstTimeAndOnceOnly() {
    String id = slide();
    assertThat(orders.previewsSoFar(id)).isEmpty();
    CompletableFuture<Response> asked =
        CompletableFuture.supplyAsync(() -> preview(id, 1, "?width=640", "wait=50"));
    PreviewPage order = orders.preview(id, 1);
    assertThat(order.widthPixels()).isEqualTo(640);
    assertThat(order.source()).isEqualTo(orders.page(id, 1, 1).source());
    workers.send(workers.previewed(order, PICTURE));

    Response answer = asked.join();
    answer
        .then()
        .statusCode(200)
        .contentType("image/png")
        .header("Cache-Control", "private, no-cache")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'");
    assertThat(answer.asByteArray()).isEqualTo(PICTURE);
    assertThat(preview(id, 1, "?width=640", "wait=1").asByteArray()).isEqualTo(PICTURE);
    Client.asked()
        .header("If-None-Match", answer.header("ETag"))
        .get("/v1/jobs/" + id + "/pages/1/preview?width=640")
        .then()
        .statusCode(304);
    assertThat(orders.previewsSoFar(id)).hasSize(1);
  }

  @Test
  void isOrderedOnceHoweverManyWantToSeeItAtOnce() throws InterruptedException {
    String id = slide();
    CountDownLatch asked = new CountDownLatch(8);
    List<CompletableFuture<Response>> views =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          preview(id, 1, "", "wait=0").then().statusCode(202);
                          asked.countDown();
                          return preview(id, 1, "", "wait=50");
                        },
                        VIEWERS))
            .limit(8)
            .toList();
    asked.await();
    assertThat(rows(id)).isEqualTo(1);
    workers.send(workers.previewed(orders.preview(id, 1), PICTURE));

    assertThat(views).allSatisfy(view -> assertThat(view.join().asByteArray()).isEqualTo(PICTURE));
    assertThat(orders.previewsSoFar(id)).hasSize(1);
  }

  @Test
  void areDrawnAfterTheDeckOfAJobThatWantsThemSo() {
    String id = Client.submitted(3, Map.of("previews", "afterDeck"));
    workers.convert(orders.page(id, 1, 1));
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.XML_MALFORMED));
    workers.convert(orders.page(id, 3, 1));
    PackageDeck deck = orders.deck(id);
    assertThat(orders.previewsSoFar(id)).as("before the deck").isEmpty();
    workers.packageDeck(deck, new byte[] {'P', 'K', 3, 4});

    workers.send(workers.previewed(orders.preview(id, 1), PICTURE));
    workers.send(failed(orders.preview(id, 3)));
    preview(id, 1, "", "wait=50").then().statusCode(200);
    preview(id, 3, "", "wait=50").then().statusCode(422);
    assertThat(orders.previewsSoFar(id))
        .extracting(PreviewPage::page, PreviewPage::widthPixels)
        .containsExactlyInAnyOrder(tuple(1, 960), tuple(3, 960));
    Client.awaitState(id, "partially_succeeded");
  }

  @Test
  void areNeverAllOrderedAtOnceOfAGiant() {
    int pages = 24;
    String id = Client.submitted(pages, Map.of("previews", "afterDeck"));
    orders.bulkPages(id, pages).forEach(workers::convertQuickly);
    workers.packageDeck(orders.deck(id), new byte[] {'P', 'K', 3, 4});
    Client.awaitState(id, "succeeded");
    PreviewPage first = orders.preview(id, 16);
    assertThat(orders.previewsSoFar(id)).hasSize(16);
    assertThat(rows(id)).isEqualTo(16);

    workers.send(workers.previewed(first, PICTURE));
    orders.preview(id, 17);
    assertThat(orders.previewsSoFar(id)).hasSize(17);
    assertThat(rows(id)).isEqualTo(17);
  }

  @Test
  void staysAsItIsWhenItIsToldOfAgain() {
    String id = slide();
    preview(id, 1, "", "wait=1").then().statusCode(202).header("Retry-After", "2");
    PreviewPage order = orders.preview(id, 1);
    assertThat(order.widthPixels()).isEqualTo(960);
    PagePreviewed first = workers.previewed(order, PICTURE);
    workers.sendAs("preview of " + id, first);
    workers.sendAs("preview of " + id, first);
    PagePreviewed other = workers.previewed(order, OTHER);
    workers.send(other);
    workers.send(failed(order));

    assertThat(preview(id, 1, "", "wait=50").asByteArray()).isEqualTo(PICTURE);
    String next = slide();
    preview(next, 1, "", "wait=1").then().statusCode(202);
    workers.send(workers.previewed(orders.preview(next, 1), OTHER));
    preview(next, 1, "", "wait=50").then().statusCode(200);
    assertThat(preview(id, 1, "", "wait=50").asByteArray())
        .as("after all that was told of it")
        .isEqualTo(PICTURE);
    assertThatThrownBy(() -> blobs.read(other.picture())).isInstanceOf(BlobMissingException.class);
  }

  @Test
  void isAsWideAsAskedForOrTheNextStep() {
    String id = slide();
    preview(id, 1, "?width=500", "wait=0").then().statusCode(202);
    preview(id, 1, "?width=321", "wait=0").then().statusCode(202);
    PreviewPage order = orders.preview(id, 1);
    assertThat(order.widthPixels()).isEqualTo(640);
    workers.send(workers.previewed(order, PICTURE));
    preview(id, 1, "?width=640", "wait=50").then().statusCode(200);
    preview(id, 1, "?width=330", "wait=0").then().statusCode(200);
    assertThat(rows(id)).isEqualTo(1);
  }

  @Test
  void isNotOrderedWhileTooManyAreUnderWay() {
    String giant = slide();
    Rows.change(
        """
        insert into api.preview (tenant, job_id, page, attempt, width)
        select tenant, id, 1, 1000 + n, 320 from api.job cross join generate_series(1, 128) n where id = :id
        """,
        of(giant));
    String id = slide();
    preview(id, 1, "", "wait=50").then().statusCode(202).header("Retry-After", "2");
    assertThat(rows(id)).isZero();

    Client.asked().delete("/v1/jobs/" + giant).then().statusCode(204);
    preview(id, 1, "", "wait=0").then().statusCode(202);
    assertThat(rows(id)).isEqualTo(1);
  }

  @Test
  void isDrawnAgainWhenItsBytesAreLost() throws IOException {
    String id = slide();
    preview(id, 1, "", "wait=0").then().statusCode(202);
    PreviewPage order = orders.preview(id, 1);
    PagePreviewed lost = workers.previewed(order, PICTURE);
    workers.send(lost);
    preview(id, 1, "", "wait=50").then().statusCode(200);
    blobs.delete(lost.picture().key());

    preview(id, 1, "", "wait=50").then().statusCode(202).header("Retry-After", "2");
    await().until(() -> orders.previewsSoFar(id).size() == 2);
    assertThat(orders.previewsSoFar(id).getLast()).isEqualTo(order);
    workers.send(workers.previewed(order, OTHER));
    assertThat(preview(id, 1, "", "wait=50").asByteArray()).isEqualTo(OTHER);
    assertThat(orders.previewsSoFar(id)).hasSize(2);
  }

  @Test
  void isOrderedAgainWhenNobodyTellsOfItEachTimeAfterTwiceTheTime() {
    String id = slide();
    preview(id, 1, "", "wait=0").then().statusCode(202);
    PreviewPage order = orders.preview(id, 1);
    await()
        .until(
            () -> Rows.number("select count(*) from api.outbox where job_id = :id", of(id)) == 0);
    makeOld(id, "11 minutes");
    await().atMost(Duration.ofSeconds(30)).until(() -> orders.previewsSoFar(id).size() == 2);
    assertThat(orders.previewsSoFar(id).getLast()).isEqualTo(order);

    makeOld(id, "11 minutes");
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .until(() -> orders.previewsSoFar(id).size() == 2);
    makeOld(id, "21 minutes");
    await().atMost(Duration.ofSeconds(30)).until(() -> orders.previewsSoFar(id).size() == 3);
  }

  private static void makeOld(String id, String age) {
    Rows.change(
        "update api.preview set ordered_at = now() - cast(:age as interval) where job_id = :id",
        Map.of("id", id, "age", age));
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorType.class,
      names = {"LIMIT_RENDER", "PAGE_TIMEOUT", "PAGE_CRASH"})
  void saysWhyThereIsNoneAndTheSlideStaysOne(ErrorType type) {
    String id = slide();
    preview(id, 1, "", "wait=1").then().statusCode(202);
    workers.send(failed(orders.preview(id, 1), type));

    preview(id, 1, "", "wait=50")
        .then()
        .statusCode(type.status())
        .contentType("application/problem+json")
        .body("code", equalTo(type.name()));
    Client.awaitState(id, "succeeded");
    Client.asked().get("/v1/jobs/" + id + "/result").then().statusCode(200);
  }

  @Test
  void isOfSlidesAlone() {
    String id = Client.submitted(1, Map.of());
    preview(id, 1, "", "wait=1").then().statusCode(409).body("code", equalTo("RESULT_NOT_READY"));
    workers.send(Workers.failed(orders.page(id, 1, 1), ErrorType.XML_MALFORMED));
    Client.awaitState(id, "failed");
    preview(id, 1, "", "wait=1").then().statusCode(422).body("code", equalTo("XML_MALFORMED"));
    preview(id, 2, "", "wait=1").then().statusCode(404);
    preview("01unknown", 1, "", "wait=1").then().statusCode(404);
    assertThat(orders.previewsSoFar(id)).isEmpty();
  }

  @Test
  void hasAWidthWithinBounds() {
    String id = slide();
    for (String width : new String[] {"63", "1921", "wide"}) {
      preview(id, 1, "?width=" + width, "wait=1")
          .then()
          .statusCode(400)
          .body("code", equalTo("OPTION_INVALID"));
    }
  }

  @Test
  void isNobodyElses() {
    String id = slide();
    ApiKeys.add("other", "other-key-other-key-other-key-other");
    io.restassured.RestAssured.given()
        .header("Authorization", "Bearer other-key-other-key-other-key-other")
        .get("/v1/jobs/" + id + "/pages/1/preview")
        .then()
        .statusCode(404);
  }

  @Test
  void goesWithItsJob() {
    String id = slide();
    preview(id, 1, "", "wait=1").then().statusCode(202);
    PagePreviewed picture = workers.previewed(orders.preview(id, 1), PICTURE);
    workers.send(picture);
    preview(id, 1, "", "wait=50").then().statusCode(200);

    Client.asked().delete("/v1/jobs/" + id).then().statusCode(204);

    assertThatThrownBy(() -> blobs.read(picture.picture()))
        .isInstanceOf(BlobMissingException.class);
    assertThat(rows(id)).isZero();
  }

  private String slide() {
    String id = Client.submitted(1, Map.of());
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[] {'P', 'K', 3, 4});
    Client.awaitState(id, "succeeded");
    return id;
  }

  private static long rows(String id) {
    return Rows.number("select count(*) from api.preview where job_id = :id", of(id));
  }

  private static Map<String, String> of(String id) {
    return Map.of("id", id);
  }

  private static PagePreviewFailed failed(PreviewPage order) {
    return failed(order, ErrorType.LIMIT_RENDER);
  }

  private static PagePreviewFailed failed(PreviewPage order, ErrorType type) {
    return new PagePreviewFailed(
        order.jobId(),
        order.tenant(),
        order.page(),
        order.attempt(),
        order.widthPixels(),
        new Trouble(type, "The page can't be drawn in a test."));
  }

  private static Response preview(String id, int page, String query, String prefer) {
    return Client.asked()
        .header("Prefer", prefer)
        .get("/v1/jobs/" + id + "/pages/" + page + "/preview" + query);
  }
}
