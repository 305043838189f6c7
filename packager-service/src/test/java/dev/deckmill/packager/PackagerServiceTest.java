package dev.deckmill.packager;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckPackageFailed;
import dev.deckmill.contracts.message.DeckPackaged;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.part.DeckSlide;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.blob.BlobWriter;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.SlideList;
import dev.deckmill.service.message.Wire;
import dev.deckmill.service.testing.CapturedSpans;
import dev.deckmill.service.testing.TestKafka;
import dev.deckmill.service.testing.TestTopic;
import dev.deckmill.service.trace.TraceParent;
import dev.deckmill.svgpptx.Slide;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PackagerServiceTest.ShortWaits.class)
@WithTestResource(TestKafka.class)
final class PackagerServiceTest {
  /** Failures are tried again at once. */
  public static final class ShortWaits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "deckmill.packager.decks",
          "3",
          "deckmill.retry.first-delay",
          "1ms",
          "deckmill.retry.longest-delay",
          "1ms");
    }
  }

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final SlideSize WIDE = new SlideSize(12_192_000, 6_858_000);

  @Inject BlobStore blobs;
  @Inject Publisher publisher;
  @Inject Tracer tracer;
  @Inject CapturedSpans spans;
  @Inject PackagerConfig config;
  @Inject Config settings;

  private final String job = "job-" + UUID.randomUUID();

  @Test
  void makesOneDeckOfBundlesAndPlaceholdersInTheOrderOfTheList() throws Exception {
    try (TestTopic answers = TestTopic.open(Topics.DECK_PACKAGED)) {
      order(List.of(bundle(1, "first"), failed(2), bundle(3, "third")), 3, Context.root());

      DeckPackaged packaged = Wire.read(answers.await(this::isOurs).value(), DeckPackaged.class);
      assertThat(packaged.counts().slides()).isEqualTo(3);
      assertThat(packaged.counts().contentTypes()).isPositive();
      assertThat(packaged.counts().uncompressedBytes()).isGreaterThan(packaged.deck().length());
      try (InputStream file = blobs.open(packaged.deck());
          XMLSlideShow deck = new XMLSlideShow(file)) {
        assertThat(deck.getSlides()).hasSize(3);
        assertThat(text(deck.getSlides().get(0))).contains("first");
        assertThat(text(deck.getSlides().get(1))).contains("XML_MALFORMED");
        assertThat(text(deck.getSlides().get(2))).contains("third");
      }
    }
  }

  @Test
  void answersTheSameOrderTwiceWithTheSameDeckAndTheSameId() throws Exception {
    try (TestTopic answers = TestTopic.open(Topics.DECK_PACKAGED);
        TestTopic orders = TestTopic.open(Topics.DECK_PACKAGE)) {
      order(List.of(bundle(1, "only")), 1, Context.root());
      ConsumerRecord<String, byte[]> given = orders.await(this::isOurs);
      orders.send(given.key(), given.value(), given.headers());

      List<ConsumerRecord<String, byte[]>> both = answers.await(2, this::isOurs);
      assertThat(both)
          .extracting(answer -> TestTopic.header(answer, "ce_id"))
          .containsOnly(TestTopic.header(given, "ce_id") + ".packaged");
      DeckPackaged first = Wire.read(both.get(0).value(), DeckPackaged.class);
      DeckPackaged second = Wire.read(both.get(1).value(), DeckPackaged.class);
      assertThat(second.deck()).isEqualTo(first.deck());
      assertThat(second.counts()).isEqualTo(first.counts());
      assertThat(blobs.read(first.deck())).isNotEmpty();
    }
  }

  @Test
  void saysSoWhenABundleIsGoneAndLeavesNoDeckBehind() throws Exception {
    try (TestTopic answers = TestTopic.open(Topics.DECK_PACKAGED);
        TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.DECK_PACKAGE))) {
      BlobRef gone = new BlobRef("bundles/" + job + "/gone", 0, 1, "0".repeat(64));
      order(List.of(new DeckSlide(1, "p", gone, null, null)), 1, Context.root());

      DeckPackageFailed failed =
          Wire.read(answers.await(this::isOurs).value(), DeckPackageFailed.class);
      assertThat(failed.trouble().type()).isEqualTo(ErrorType.INTERNAL);
      assertThat(TestTopic.header(dead.await(this::isOurs), "deckmill-error-code"))
          .isEqualTo("INTERNAL");
      assertThat(Path.of("target/test-blobs/decks/" + job)).doesNotExist();
    }
  }

  @Test
  void makesNoDeckOfABundleThatIsNotTheOnePromised() throws Exception {
    DeckSlide promised = bundle(1, "as it was");
    bundle(1, "something else");
    assertNoDeckIsMadeOf(promised);
  }

  @Test
  void makesNoDeckWhereOnlyWhatLiesBehindTheBundleIsNotAsPromised() throws Exception {
    BlobRef longer = bundleWith("tail".repeat(10_000));
    bundleWith("TAIL".repeat(10_000));
    assertNoDeckIsMadeOf(new DeckSlide(1, "p", longer, null, null));
  }

  private void assertNoDeckIsMadeOf(DeckSlide slide) throws Exception {
    try (TestTopic answers = TestTopic.open(Topics.DECK_PACKAGED)) {
      order(List.of(slide), 1, Context.root());
      DeckPackageFailed failed =
          Wire.read(answers.await(this::isOurs).value(), DeckPackageFailed.class);
      assertThat(failed.trouble().type()).isEqualTo(ErrorType.INTERNAL);
      assertThat(Path.of("target/test-blobs/decks/" + job)).doesNotExist();
    }
  }

  @Test
  void refusesAListOfFewerSlidesThanTheOrderSays() throws Exception {
    try (TestTopic answers = TestTopic.open(Topics.DECK_PACKAGED)) {
      order(List.of(bundle(1, "one"), bundle(2, "two")), 3, Context.root());
      DeckPackageFailed failed =
          Wire.read(answers.await(this::isOurs).value(), DeckPackageFailed.class);
      assertThat(failed.jobId()).isEqualTo(job);
    }
  }

  @Test
  void packsInsideTheTraceOfTheJob() throws Exception {
    Span root = tracer.spanBuilder("intake").startSpan();
    String trace = root.getSpanContext().getTraceId();
    try (TestTopic answers = TestTopic.open(Topics.DECK_PACKAGED)) {
      order(List.of(bundle(1, "only")), 1, Context.root().with(root));
      ConsumerRecord<String, byte[]> answer = answers.await(this::isOurs);
      assertThat(TestTopic.header(answer, "traceparent")).contains(trace);
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> spans.ofTrace(trace).size() == 4);
    String processed = spanId(trace, "process " + Topics.DECK_PACKAGE);
    assertThat(parentId(trace, "package")).isEqualTo(processed);
    assertThat(parentId(trace, "send " + Topics.DECK_PACKAGED)).isEqualTo(processed);
  }

  @Test
  void takesAsManyDecksAtOnceAsIsSet() {
    assertThat(settings.getValue("smallrye.messaging.worker.decks.max-concurrency", int.class))
        .isEqualTo(config.decks());
    assertThat(settings.getValue("mp.messaging.incoming.deck-package.max.poll.records", int.class))
        .isEqualTo(config.orders());
  }

  @Test
  void isReadyAndShowsItsMetrics() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200).body(containsString("kafka_consumer"));
  }

  @Test
  void packsAThousandSlidesOfOneBundleAndLinksToTheSpanOfEachPage() throws Exception {
    DeckSlide one = bundle(1, "again");
    List<DeckSlide> slides =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(page -> new DeckSlide(page, "p" + page, one.bundle(), null, span(page)))
            .toList();
    try (TestTopic answers = TestTopic.open(Topics.DECK_PACKAGED)) {
      order(slides, 1000, TraceParent.context(span(4711)));
      DeckPackaged packaged = Wire.read(answers.await(this::isOurs).value(), DeckPackaged.class);
      assertThat(packaged.counts().slides()).isEqualTo(1000);
    }
    await().until(() -> spans.ofTrace(TRACE).stream().anyMatch(PackagerServiceTest::isPackage));
    SpanData packed = span(TRACE, "package");
    assertThat(packed.getTotalRecordedLinks()).isEqualTo(1000);
    assertThat(packed.getLinks())
        .extracting(link -> TraceParent.of(Span.wrap(link.getSpanContext())))
        .containsExactlyElementsOf(slides.stream().map(DeckSlide::traceparent).toList());
  }

  private static boolean isPackage(SpanData span) {
    return span.getName().equals("package");
  }

  private static String span(int page) {
    return "00-%s-%016x-01".formatted(TRACE, page);
  }

  private boolean isOurs(ConsumerRecord<String, byte[]> record) {
    return job.equals(record.key());
  }

  private void order(List<DeckSlide> slides, int slideCount, Context parent) throws Exception {
    BlobRef list;
    try (BlobWriter writer = blobs.create("slides/" + job + ".jsonl", Durability.DURABLE)) {
      writer.append(SlideList.write(slides));
      list = writer.commit();
    }
    PackageDeck order = new PackageDeck(job, "t", "Quarterly", WIDE, list, slideCount, 1);
    publisher.publishAndWait(
        new Outgoing(UUID.randomUUID().toString(), Topics.DECK_PACKAGE, job, order, parent));
  }

  /** Any slide is a bundle; one that says {@code text} is easily recognised. */
  private static Slide slide(int page, String text) {
    return Slide.placeholder(
        page, text, "SAMPLE", text, new dev.deckmill.svgpptx.SlideSize(12_192_000, 6_858_000));
  }

  private BlobRef bundleWith(String tail) throws IOException {
    try (BlobWriter writer = blobs.create("bundles/" + job + "/with-tail", Durability.REMAKEABLE)) {
      writer.append(slide(1, "the same")::writeTo);
      writer.append(new ByteArrayInputStream(tail.getBytes(StandardCharsets.UTF_8)));
      return writer.commit();
    }
  }

  private DeckSlide bundle(int page, String text) throws IOException {
    Slide slide = slide(page, text);
    try (BlobWriter writer =
        blobs.create("bundles/" + job + "/" + page + "-1", Durability.REMAKEABLE)) {
      writer.append(slide::writeTo);
      return new DeckSlide(page, text, writer.commit(), null, null);
    }
  }

  private static DeckSlide failed(int page) {
    Trouble trouble = new Trouble(ErrorType.XML_MALFORMED, "The page ends too early.");
    return new DeckSlide(page, "broken.svg", null, trouble, null);
  }

  private static String text(XSLFSlide slide) {
    return slide.getShapes().stream()
        .filter(XSLFTextShape.class::isInstance)
        .map(shape -> ((XSLFTextShape) shape).getText())
        .reduce("", String::concat);
  }

  private String spanId(String trace, String name) {
    return span(trace, name).getSpanId();
  }

  private String parentId(String trace, String name) {
    return span(trace, name).getParentSpanId();
  }

  private SpanData span(String trace, String name) {
    return spans.ofTrace(trace).stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
