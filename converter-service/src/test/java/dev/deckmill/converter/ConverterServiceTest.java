package dev.deckmill.converter;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.PageConverted;
import dev.deckmill.contracts.message.PageFailed;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Wire;
import dev.deckmill.service.testing.CapturedSpans;
import dev.deckmill.service.testing.TestKafka;
import dev.deckmill.service.testing.TestTopic;
import dev.deckmill.service.trace.TraceAttributes;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ConverterServiceTest.Faulty.class)
@WithTestResource(TestKafka.class)
final class ConverterServiceTest {
  /** Pages may ask for faults; failures are tried again at once. */
  public static final class Faulty implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "deckmill.converter.fault-injection", "true",
          "deckmill.converter.children", "2",
          "deckmill.converter.child-heap-megabytes", "128",
          "deckmill.converter.name", "here",
          "deckmill.converter.tell-begin-after", "1m",
          "deckmill.converter.limits.elements", Integer.toString(MOST_ELEMENTS),
          "deckmill.retry.first-delay", "1ms",
          "deckmill.retry.longest-delay", "1ms");
    }
  }

  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'>"
          + "<rect width='4' height='4' fill='red'/></svg>";
  private static final ConversionOptions WIDE =
      new ConversionOptions(new SlideSize(12_192_000, 6_858_000), "balanced", "powerpoint", null);

  /** What Prometheus says with scrape_protocols: [OpenMetricsText1.0.0]. */
  private static final String AS_PROMETHEUS =
      "application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.2";

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MOST_ELEMENTS = 12;
  private static final long PLENTY_MILLIS = 60_000;

  @Inject BlobStore blobs;
  @Inject Publisher publisher;
  @Inject Tracer tracer;
  @Inject CapturedSpans spans;
  @Inject SlideOptions.Limits limits;

  private final String job = "job-" + UUID.randomUUID();

  @ParameterizedTest
  @ValueSource(strings = {Topics.PAGE_CONVERT, Topics.PAGE_CONVERT_BULK})
  void turnsAPageIntoABundleOnEitherLane(String lane) throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      order(lane, page("a.svg", SVG, 1, WIDE, PLENTY_MILLIS), Context.root());

      PageConverted converted =
          Wire.read(
              results
                  .await(record -> isOurs(record) && typeOf(record).contains("converted"))
                  .value(),
              PageConverted.class);

      assertThat(Objects.requireNonNull(converted.started(), "started").worker())
          .startsWith("here/");
      assertThat(converted.renditions().nativeElements()).isPositive();
      assertThat(converted.bundle().key()).startsWith("bundles/" + job + "/3-1");
      try (InputStream bundle = blobs.open(converted.bundle())) {
        assertThat(Slide.read(bundle).sha256()).isEqualTo(converted.slideSha256());
      }
      PageRecord record =
          Wire.read(
              blobs.read(Objects.requireNonNull(converted.record(), "record")), PageRecord.class);
      assertThat(record.elements()).hasSize(1);
      assertThat(record.elements().getFirst().type()).isEqualTo("rect");
      assertThat(record.elements().getFirst().rendition()).isEqualTo(PageRecord.Rendition.NATIVE);
      assertThat(record.elements().getFirst().bytes()).isBetween(1L, record.partBytes() - 1);
    }
  }

  @Test
  void answersTheSameOrderTwiceWithTheSameIdsAndNeitherBundleHarmsTheOther() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT);
        TestTopic orders = TestTopic.open(Topics.PAGE_CONVERT)) {
      order(page("a.svg", SVG, 1, WIDE, PLENTY_MILLIS));
      ConsumerRecord<String, byte[]> given = orders.await(this::isOurs);
      orders.send(given.key(), given.value(), given.headers());

      List<ConsumerRecord<String, byte[]>> both =
          results.await(2, record -> isOurs(record) && typeOf(record).contains("converted"));
      assertThat(both)
          .extracting(record -> TestTopic.header(record, "ce_id"))
          .containsOnly(TestTopic.header(given, "ce_id") + ".converted");
      PageConverted first = Wire.read(both.get(0).value(), PageConverted.class);
      PageConverted second = Wire.read(both.get(1).value(), PageConverted.class);
      assertThat(second.slideSha256()).isEqualTo(first.slideSha256());
      assertThat(blobs.read(first.bundle())).isNotEmpty();
      assertThat(blobs.read(second.bundle())).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fault-hang.svg,PAGE_TIMEOUT,2000",
    "fault-halt.svg,PAGE_CRASH,60000",
    "fault-oom.svg,PAGE_CRASH,60000",
    "fault-overflow.svg,PAGE_CRASH,60000",
    "fault-throw.svg,PAGE_CRASH,60000"
  })
  void aPageThatTakesItsChildWithItFailsAlone(String name, ErrorType type, long limit)
      throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      order(page(name, SVG, 2, WIDE, limit));
      PageFailed failed = awaitFailure(results);
      assertThat(failed.trouble().type()).isEqualTo(type);
      assertThat(failed.attempt()).isEqualTo(2);
      assertThat(Objects.requireNonNull(failed.started(), "started").attempt()).isEqualTo(2);

      order(page("after.svg", SVG, 1, WIDE, PLENTY_MILLIS));
      results.await(record -> isOurs(record) && typeOf(record).contains("converted"));
    }
  }

  @Test
  void theStackTraceOfACrashIsLoggedAndNotSentToTheClient() throws Exception {
    try (CapturedWarnings log = new CapturedWarnings();
        TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      order(page("fault-throw.svg", SVG, 1, WIDE, PLENTY_MILLIS));
      Trouble trouble = awaitFailure(results).trouble();
      assertThat(log.lines())
          .filteredOn(line -> line.contains(job))
          .singleElement()
          .asString()
          .contains("Page 3 of", "java.lang.IllegalStateException\n\tat ", "PageChild.answer")
          .doesNotContain("words of the page");
      assertThat(trouble.detail())
          .contains("java.lang.IllegalStateException")
          .doesNotContain("PageChild", "words of the page");
    }
  }

  @Test
  void saysWithTheEnginesCodeWhyAPageIsNone() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT);
        TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.PAGE_CONVERT))) {
      order(page("a.svg", "not xml", 1, WIDE, PLENTY_MILLIS));
      assertThat(awaitFailure(results).trouble().type()).isEqualTo(ErrorType.XML_MALFORMED);
      assertThat(dead.soFar()).as("dead letters: the page was answered").isEmpty();
    }
  }

  @Test
  void aPageWhoseBytesAreGoneFailsAtOnceAndForGood() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT);
        TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.PAGE_CONVERT))) {
      BlobRef gone = new BlobRef("inputs/" + UUID.randomUUID() + "/gone", 0, 1, "0".repeat(64));
      order(new ConvertPage(job, "t", 3, 1, "a.svg", gone, WIDE, PLENTY_MILLIS, null));
      assertThat(awaitFailure(results).trouble().type()).isEqualTo(ErrorType.EXPIRED);
      assertThat(ErrorType.EXPIRED.course()).isEqualTo(ErrorType.Course.PERMANENT);
      assertThat(dead.soFar()).as("dead letters").isEmpty();
    }
  }

  @Test
  void aPageMayHoldAsManyElementsAsAreAllowedAndNotOneMore() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      order(page("full.svg", withElements(MOST_ELEMENTS), 1, WIDE, PLENTY_MILLIS));
      results.await(record -> isOurs(record) && typeOf(record).contains("converted"));

      order(page("more.svg", withElements(MOST_ELEMENTS + 1), 1, WIDE, PLENTY_MILLIS));
      assertThat(awaitFailure(results).trouble().type()).isEqualTo(ErrorType.LIMIT_ELEMENTS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Topics.PAGE_CONVERT, Topics.PAGE_CONVERT_BULK})
  void aPageWithNamesOfMegabytesIsReportedWithShortOnesAndKeepsNobodyWaiting(String lane)
      throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      order(lane, page("long.svg", longNames(), 1, WIDE, PLENTY_MILLIS), Context.root());
      order(lane, page("after.svg", SVG, 2, WIDE, PLENTY_MILLIS), Context.root());
      List<ConsumerRecord<String, byte[]>> both =
          results.await(2, record -> isOurs(record) && typeOf(record).contains("converted"));

      assertThat(both).hasSize(2);
      PageConverted converted = attempt(both, 1);
      assertThat(converted.title()).startsWith("世世").endsWith("…").hasSize(200);
      assertThat(converted.findings()).isNotEmpty();
      assertThat(converted.findings().getFirst().elementId())
          .startsWith("uuu")
          .endsWith("…")
          .hasSize(120);
      PageRecord record =
          Wire.read(
              blobs.read(Objects.requireNonNull(converted.record(), "record")), PageRecord.class);
      assertThat(record.elements().getFirst().id()).startsWith("rrr").endsWith("…").hasSize(120);
    }
  }

  private static PageConverted attempt(List<ConsumerRecord<String, byte[]>> records, int attempt)
      throws Exception {
    for (ConsumerRecord<String, byte[]> record : records) {
      PageConverted converted = Wire.read(record.value(), PageConverted.class);
      if (converted.attempt() == attempt) {
        return converted;
      }
    }
    throw new AssertionError("no result of attempt " + attempt);
  }

  /** A title, an id and a reference into nowhere of more than a megabyte each. */
  private static String longNames() {
    int length = 2 << 20;
    return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'><title>%s</title>"
            .formatted("世".repeat(450_000))
        + "<rect id='%s' width='4' height='4'/><use id='%s' href='#%s'/></svg>"
            .formatted("r".repeat(length), "u".repeat(length), "n".repeat(length));
  }

  /** The root is one of them. */
  private static String withElements(int count) {
    return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'>"
        + "<rect width='4' height='4'/>".repeat(count - 1)
        + "</svg>";
  }

  @Test
  void theLimitsAreThosePromisedUnlessSet() {
    SlideOptions.Limits set = limits;
    assertThat(set.elements()).isEqualTo(MOST_ELEMENTS);
    SlideOptions.Limits promised = SlideOptions.Limits.DEFAULT;
    assertThat(set.inflatedBytes())
        .as("api-service says less with each order")
        .isEqualTo(50L << 20);
    assertThat(set)
        .usingRecursiveComparison()
        .ignoringFields("elements", "inflatedBytes")
        .isEqualTo(promised);
  }

  @Test
  void anOrderItCannotUnderstandFailsThePageAndIsPutAside() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT);
        TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.PAGE_CONVERT))) {
      ConversionOptions unheardOf = new ConversionOptions(null, "balanced", "keynote", null);
      order(page("a.svg", SVG, 1, unheardOf, PLENTY_MILLIS));
      assertThat(awaitFailure(results).trouble().type()).isEqualTo(ErrorType.OPTION_INVALID);
      assertThat(TestTopic.header(dead.await(this::isOurs), "deckmill-error-code"))
          .isEqualTo("OPTION_INVALID");
    }
  }

  @Test
  void tellsTheStagesOfAPageAsSpansBelowItsConversion() throws Exception {
    Span root = tracer.spanBuilder("intake").startSpan();
    String trace = root.getSpanContext().getTraceId();
    order(
        Topics.PAGE_CONVERT, page("a.svg", SVG, 1, WIDE, PLENTY_MILLIS), Context.root().with(root));
    // send, process, convert, its four stages, and the answer
    await().atMost(PATIENCE).until(() -> spans.ofTrace(trace).size() == 8);

    SpanData convert = span(trace, "convert");
    assertThat(convert.getParentSpanId())
        .isEqualTo(span(trace, "process " + Topics.PAGE_CONVERT).getSpanId());
    assertThat(convert.getAttributes().get(TraceAttributes.PAGE_NUMBER)).isEqualTo(3);
    assertThat(convert.getAttributes().get(TraceAttributes.NATIVE_ELEMENTS)).isPositive();
    long before = convert.getStartEpochNanos();
    for (String stage : List.of("parse", "analyze", "map", "embed")) {
      SpanData span = span(trace, stage);
      assertThat(span.getParentSpanId()).isEqualTo(convert.getSpanId());
      assertThat(span.getStartEpochNanos()).isGreaterThanOrEqualTo(before);
      before = span.getEndEpochNanos();
    }
    assertThat(before).isLessThanOrEqualTo(convert.getEndEpochNanos());
  }

  @Test
  void showsHowItsChildrenAreKeptApart() {
    await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    given()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'children' }.data.wanted", equalTo(2))
        .body("checks.find { it.name == 'children' }.data.isolation", notNullValue());
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200).body(containsString("kafka_consumer"));
  }

  @Test
  void tellsHowLongStagesTookWithATraceToEachBucket() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      order(page("a.svg", SVG, 1, WIDE, PLENTY_MILLIS));
      results.await(record -> isOurs(record) && typeOf(record).contains("converted"));
    }
    // What a page has taken is counted after its answer.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<String> lines =
                  given().accept(AS_PROMETHEUS).get("/q/metrics").asString().lines().toList();
              for (String stage : List.of("parse", "analyze", "map", "embed")) {
                assertThat(lines)
                    .filteredOn(line -> line.startsWith("deckmill_stage_seconds_bucket{"))
                    .filteredOn(line -> line.contains("stage=\"" + stage + "\""))
                    .anyMatch(line -> line.matches(".* # \\{.*trace_id=\"[0-9a-f]{32}\".*"));
              }
              assertThat(lines)
                  .anyMatch(
                      line ->
                          line.startsWith("deckmill_page_conversion_seconds_count{")
                              && line.contains("outcome=\"converted\""))
                  .anyMatch(
                      line ->
                          line.startsWith("deckmill_queue_wait_seconds_bucket{")
                              && line.contains("topic=\"" + Topics.PAGE_CONVERT + "\""))
                  .anyMatch(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag"));
            });
  }

  private PageFailed awaitFailure(TestTopic results) throws Exception {
    ConsumerRecord<String, byte[]> answer =
        results.await(record -> isOurs(record) && typeOf(record).contains("failed"));
    return Wire.read(answer.value(), PageFailed.class);
  }

  private boolean isOurs(ConsumerRecord<String, byte[]> record) {
    return record.key().startsWith(job);
  }

  private static String typeOf(ConsumerRecord<String, byte[]> record) {
    return String.valueOf(TestTopic.header(record, "ce_type"));
  }

  private ConvertPage page(
      String name, String svg, int attempt, ConversionOptions options, long limitMillis)
      throws Exception {
    BlobRef source =
        blobs.put("inputs/" + UUID.randomUUID(), svg.getBytes(UTF_8), Durability.DURABLE);
    return new ConvertPage(job, "t", 3, attempt, name, source, options, limitMillis, null);
  }

  private void order(ConvertPage page) throws Exception {
    order(Topics.PAGE_CONVERT, page, Context.root());
  }

  private void order(String lane, ConvertPage page, Context parent) throws Exception {
    publisher.publishAndWait(
        new Outgoing(UUID.randomUUID().toString(), lane, job + ":" + page.page(), page, parent));
  }

  private SpanData span(String trace, String name) {
    return spans.ofTrace(trace).stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
