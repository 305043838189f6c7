package dev.deckmill.allinone.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.Submission;
import dev.deckmill.allinone.deploy.Gateway;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One job is one trace: its caller's, whichever way it came and whatever became of it. */
@ExtendWith(OneSet.class)
class EndToEndTraceTest {
  private static final int PAGES = 12;

  /** As many pages as there are children to convert them. */
  private static final int AT_WORK = Runtime.getRuntime().availableProcessors();

  private static final String CALLER = "b7ad6b7169203331";
  private static final Duration ARRIVAL = Duration.ofSeconds(30);

  private static TraceReceiver traces;
  private static DeckmillUnderTest deckmill;
  private static TestPages pages;

  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private final Map<String, String> called =
      Map.of("traceparent", "00-" + trace + "-" + CALLER + "-01");

  @BeforeAll
  static void join(RunningSet set) {
    pages = set.pages();
    traces = set.traces();
    deckmill = set.deckmill();
  }

  @Test
  void aJobFromKafkaGoesOnInTheTraceOfItsProducer() throws Exception {
    String id = new KafkaSender(deckmill).send(submission("From Kafka"), called);
    Job job = deckmill.finished(deckmill.client().job(id));
    assertThat(job.state()).isEqualTo("succeeded");
    assertThat(job.traceId()).isEqualTo(trace);
    awaitOutline("trace-kafka.txt");
    assertThatNoSpanIsElsewhere(job);
  }

  @Test
  void aJobThroughTheGatewayGoesOnInTheTraceOfItsCaller(@TempDir Path dir) throws Exception {
    try (Gateway gateway = Gateway.start(dir, deckmill.set().apiUrl().toString());
        var requests = new PlainRequests(gateway.at(""), deckmill.set().apiKey())) {
      String answer =
          requests.post("/v1/jobs", "application/json", submission("Gateway"), called).body();
      String id = new ObjectMapper().readTree(answer).required("id").asText();
      Job job = deckmill.finished(deckmill.client().job(id));
      assertThat(job.state()).isEqualTo("succeeded");
      assertThat(job.traceId()).isEqualTo(trace);
      awaitOutline("trace-gateway.txt");
      assertThatNoSpanIsElsewhere(job);
    }
  }

  /**
   * The spans of what it was doing die with the converter. What it had sent has its place in the
   * trace all the same, and what was begun twice is shown as such.
   */
  @Test
  void theTraceOfAJobWhoseConverterWasKilledHasNoHolesAndTellsOfTheAttemptThatWasLost()
      throws Exception {
    Job accepted =
        deckmill.submit(new Submission(slowPages("lost"), Map.of("delivery", "drive"), called));
    // A service sends its spans twice a second: those of the beginnings are not to be lost.
    await()
        .atMost(DeckmillUnderTest.LONG)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> beginningsToldOf() == AT_WORK && orphans().isEmpty());
    ProcessHandle.of(deckmill.part("converter-service").pid().orElseThrow())
        .orElseThrow()
        .destroyForcibly();

    Job job = deckmill.finished(accepted);

    assertThat(job.state()).isEqualTo("succeeded");
    assertThat(begunTwice(job)).isNotEmpty();
    await()
        .atMost(ARRIVAL)
        .untilAsserted(
            () -> {
              assertThat(orphans()).isEmpty();
              assertThat(traces.trace(trace))
                  .filteredOn(
                      span ->
                          // By Kafka, or by the API if the next converter was slow to come.
                          span.events().contains("attempt lost")
                              || span.events().contains("earlier attempt"))
                  .extracting(span -> span.attributes().get("deckmill.page.number"))
                  .containsAll(begunTwice(job));
              assertThat(traces.trace(trace))
                  .filteredOn(span -> span.name().equals("convert"))
                  .hasSizeGreaterThanOrEqualTo(AT_WORK)
                  .allSatisfy(
                      span -> assertThat(span.attributes()).containsKey("deckmill.page.attempt"));
            });
    assertThatNoSpanIsElsewhere(job);
  }

  @Test
  void withNobodyToTakeSpansEveryPageIsConvertedAndEveryStageIsTold() throws Exception {
    traces.goAway();
    try {
      String id = new KafkaSender(deckmill).send(submission("Nobody listens"), called);
      Job job = deckmill.finished(deckmill.client().job(id));
      assertThat(job.state()).isEqualTo("succeeded");

      JsonNode shown = deckmill.answer("/v1/jobs/" + id + "/trace");

      assertThat(shown.path("traceId").asText()).isEqualTo(trace);
      assertThat(shown.path("criticalPath")).isNotEmpty();
      assertThat(shown.path("attempts"))
          .extracting(stage -> stage.path("stage").asText() + " " + stage.path("count").asInt())
          .containsExactly("convert " + PAGES, "package 1", "upload 1");
      assertThat(shown.path("steps"))
          .filteredOn(step -> List.of("parse", "analyze", "map", "embed").contains(step(step)))
          .hasSize(4)
          .allSatisfy(step -> assertThat(step.path("count").asInt()).isEqualTo(PAGES));
      assertThat(shown.path("spans")).isEmpty();
      assertThat(deckmill.answer("/v1/jobs/" + id + "/trace?pages=1-" + PAGES).path("pages"))
          .hasSize(PAGES)
          .allSatisfy(page -> assertThat(page.path("attempts")).hasSize(1));
    } finally {
      traces.comeBack();
    }
  }

  private static String step(JsonNode step) {
    return step.path("step").asText();
  }

  @Test
  void whatIsKeptOfATraceIsReadAgainAfterTheApiWasStartedAgain() throws Exception {
    traces.sendOnTo(deckmill.set().apiUrl(), deckmill.spansToken());
    try {
      String id = new KafkaSender(deckmill).send(submission("Kept"), called);
      deckmill.finished(deckmill.client().job(id));
      awaitOutline("trace-kafka.txt");
      await()
          .atMost(ARRIVAL)
          .untilAsserted(
              () -> assertThat(deckmill.rows(spansKept())).containsExactly(spansReceived()));
      Kept before = kept(id);
      assertThat(before.spans()).hasSizeGreaterThan(PAGES);

      long pid = deckmill.part("api-service").pid().orElseThrow();
      assertThat(ProcessHandle.of(pid).orElseThrow().destroy()).isTrue();
      await()
          .atMost(DeckmillUnderTest.LONG)
          .until(() -> deckmill.part("api-service").pid().orElse(pid) != pid);

      Kept after =
          await()
              .atMost(DeckmillUnderTest.LONG)
              .ignoreExceptionsInstanceOf(IOException.class)
              .until(() -> kept(id), any -> true);
      assertThat(after.summary()).isEqualTo(before.summary());
      assertThat(after.pages()).isEqualTo(before.pages());
      assertThat(after.spans()).containsAll(before.spans());
    } finally {
      traces.sendOnNoMore();
    }
  }

  /**
   * What is shown of a job's trace.
   *
   * @param summary without what its spans come to: the last of them may be on its way
   * @param spans their ids
   */
  private record Kept(JsonNode summary, JsonNode pages, List<String> spans) {}

  private static Kept kept(String id) throws IOException, InterruptedException {
    String trace = "/v1/jobs/" + id + "/trace";
    JsonNode summary = deckmill.answer(trace);
    ((ObjectNode) summary).remove("spans");
    return new Kept(
        summary,
        deckmill.answer(trace + "?pages=1-" + PAGES).path("pages"),
        deckmill.answer(trace + ".otlp.json").findValuesAsText("spanId"));
  }

  private String spansKept() {
    return "select count(*) from api.span where trace_id = decode('" + trace + "', 'hex')";
  }

  private String spansReceived() {
    return Long.toString(traces.trace(trace).stream().map(ReceivedSpan::spanId).distinct().count());
  }

  private void awaitOutline(String file) throws IOException {
    String golden;
    try (var in = Objects.requireNonNull(EndToEndTraceTest.class.getResourceAsStream(file))) {
      golden = new String(in.readAllBytes(), UTF_8);
    }
    await()
        .atMost(ARRIVAL)
        .untilAsserted(
            () -> {
              var tree = new SpanTree(traces.trace(trace));
              assertThat(tree.orphans(CALLER)).isEmpty();
              assertThat(tree.outline(CALLER)).isEqualTo(golden);
            });
  }

  private void assertThatNoSpanIsElsewhere(Job job) {
    assertThat(traces.all())
        .filteredOn(span -> job.id().equals(span.attributes().get("deckmill.job.id")))
        .isNotEmpty()
        .allSatisfy(span -> assertThat(span.traceId()).isEqualTo(trace));
  }

  private static byte[] submission(String title) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode submission = json.createObjectNode().put("title", title);
    submission.put("delivery", "drive").put("folder", "Decks/{job_id}");
    ArrayNode sources = submission.putArray("sources");
    for (int i = 1; i <= PAGES; i++) {
      sources.addObject().put("name", "p" + i + ".svg").put("inline", TestPages.svg("Page " + i));
    }
    return json.writeValueAsBytes(submission);
  }

  private static List<Path> slowPages(String name) throws IOException {
    List<Path> slow = new ArrayList<>();
    for (int i = 1; i <= AT_WORK; i++) {
      slow.add(pages.page("fault-sleep-4000-" + name + i + ".svg", name + i));
    }
    return slow;
  }

  private List<ReceivedSpan> orphans() {
    return new SpanTree(traces.trace(trace)).orphans(CALLER);
  }

  private long beginningsToldOf() {
    return traces.trace(trace).stream()
        .filter(span -> span.name().equals("process deckmill.page.result"))
        .count();
  }

  private static List<String> begunTwice(Job job) throws Exception {
    return deckmill.rows(
        "select number from api.page where starts > 1 and job_id = '" + job.id() + "'");
  }
}
