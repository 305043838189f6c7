package dev.deckmill.api.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Rows;
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
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
        .header("X-Content-Type-Options", "nosniff");
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
  void isOrderedOnceHoweverManyWantToSeeItAtOnce() {
    String id = slide();
    List<CompletableFuture<Response>> views =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> preview(id, 1, "", "wait=50"), VIEWERS))
            .limit(8)
            .toList();
    PreviewPage order = orders.preview(id, 1);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        Rows.number("select count(*) from api.preview where job_id = :id", of(id)))
                    .isEqualTo(1));
    workers.send(workers.previewed(order, PICTURE));

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

    workers.send(workers.previewed(first, PICTURE));
    orders.preview(id, 17);
    assertThat(orders.previewsSoFar(id)).hasSize(17);
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
    workers.send(workers.previewed(order, OTHER));
    workers.send(failed(order));

    assertThat(preview(id, 1, "", "wait=50").asByteArray()).isEqualTo(PICTURE);
    String next = slide();
    preview(next, 1, "", "wait=1").then().statusCode(202);
    workers.send(workers.previewed(orders.preview(next, 1), OTHER));
    preview(next, 1, "", "wait=50").then().statusCode(200);
    assertThat(preview(id, 1, "", "wait=50").asByteArray())
        .as("after all that was told of it")
        .isEqualTo(PICTURE);
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
    Rows.addKey("other", "other-key-other-key-other-key-other");
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
    assertThat(Rows.number("select count(*) from api.preview where job_id = :id", Map.of("id", id)))
        .isZero();
  }

  private String slide() {
    String id = Client.submitted(1, Map.of());
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[] {'P', 'K', 3, 4});
    Client.awaitState(id, "succeeded");
    return id;
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
