package dev.deckmill.tracestore.store;

import static dev.deckmill.tracestore.testing.Spans.number;
import static dev.deckmill.tracestore.testing.Spans.real;
import static dev.deckmill.tracestore.testing.Spans.text;
import static dev.deckmill.tracestore.testing.Spans.truth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.KnownJobs;
import dev.deckmill.tracestore.TenantView;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.span.TracedSpan;
import dev.deckmill.tracestore.store.ServiceGraph.Call;
import dev.deckmill.tracestore.store.SpansOfJob.Pages;
import dev.deckmill.tracestore.store.TraceSummaries.Share;
import dev.deckmill.tracestore.testing.Servers;
import dev.deckmill.tracestore.testing.Spans;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the store is asked, apart from what Jaeger asks it. */
@QuarkusTest
@Servers
final class TraceStoreTest {
  private final Instant start = Instant.now().minusSeconds(3_600);

  @Inject StoreFixture store;
  @Inject SpanDatabase worker;
  @Inject KnownJobs jobs;
  @Inject SpansOfJob ofJob;
  @Inject StepsOfJob steps;
  @Inject KnownOperations operations;
  @Inject ServiceGraph graph;
  @Inject TraceSummaries summaries;

  @Test
  void givesBackEverythingThatASpanHas() {
    TraceId trace = Spans.newTrace();
    Span.Builder span =
        span(trace, 1, "whole", 0)
            .setParentSpanId(Spans.id(7))
            .setTraceState("vendor=1,other=2")
            .setFlags(0x301)
            .setKind(SpanKind.SPAN_KIND_CONSUMER)
            // In the order in which jsonb keeps members.
            .addAttributes(truth("b", true))
            .addAttributes(number("n", 1))
            .addAttributes(real("r", 1))
            .addAttributes(text("t", "1"))
            .setDroppedAttributesCount(1)
            .addEvents(
                Span.Event.newBuilder()
                    .setTimeUnixNano(1_700_000_000_123_456_789L)
                    .setName("e")
                    .addAttributes(number("n", 2))
                    .setDroppedAttributesCount(2))
            .setDroppedEventsCount(3)
            .addLinks(
                Span.Link.newBuilder()
                    .setTraceId(ByteString.copyFrom(Spans.newTrace().bytes()))
                    .setSpanId(Spans.id(8))
                    .setTraceState("x=y")
                    .setFlags(1)
                    .addAttributes(text("why", "because"))
                    .setDroppedAttributesCount(4))
            .addLinks(
                Span.Link.newBuilder()
                    .setTraceId(ByteString.copyFrom(trace.bytes()))
                    .setSpanId(Spans.id(9)))
            .setDroppedLinksCount(5)
            .setStatus(Status.newBuilder().setCodeValue(2).setMessage("no"));
    ResourceSpans.Builder resource =
        Spans.from("whole-service", List.of(number("host.cpu.cores", 2)), List.of(span)).toBuilder()
            .setSchemaUrl("https://schema/resource");
    resource.getResourceBuilder().setDroppedAttributesCount(6);
    ScopeSpans.Builder scope =
        resource.getScopeSpansBuilder(0).setSchemaUrl("https://schema/scope");
    scope.getScopeBuilder().addAttributes(text("s", "scope")).setDroppedAttributesCount(7);
    List<TracedSpan> written = store.write(resource.build());
    assertThat(store.read(trace)).isEqualTo(written);
  }

  @Test
  void keepsSpansApartThatShareAnIdButNotAStart() {
    TraceId trace = Spans.newTrace();
    List<TracedSpan> written =
        store.write(
            Spans.from("svc", List.of(), List.of(span(trace, 1, "a", 0), span(trace, 1, "a", 5))));
    store.write(Spans.from("svc", List.of(), List.of(span(trace, 1, "again", 5))));
    assertThat(store.read(trace)).isEqualTo(written);
  }

  @Test
  void refusesNoSpanForAKindThatNobodyKnows() {
    TraceId trace = Spans.newTrace();
    store.write(
        Spans.from("svc", List.of(), List.of(span(trace, 1, "odd", 0).setKindValue(40_000))));
    assertThat(store.read(trace)).hasSize(1);
  }

  @Test
  void takesASpanAndItsLinksOnceThoughABatchHasItTwice() {
    TraceId trace = Spans.newTrace();
    Span.Builder linked =
        span(trace, 1, "linked", 0)
            .addLinks(
                Span.Link.newBuilder()
                    .setTraceId(ByteString.copyFrom(trace.bytes()))
                    .setSpanId(Spans.id(9)));
    List<TracedSpan> first = store.write(Spans.from("svc", List.of(), List.of(linked)));
    List<TracedSpan> rest =
        store.write(
            Spans.from(
                "svc",
                List.of(),
                List.of(span(trace, 2, "twice", 1), linked, span(trace, 2, "twice", 1), linked)));
    assertThat(store.read(trace)).containsExactly(first.getFirst(), rest.getFirst());
  }

  @Test
  void takesASpanOnceThoughManyWriteItAtOnce() throws Exception {
    String job = jobs.newJob("acme");
    TraceId trace = Spans.newTrace();
    int pages = 400;
    int writers = 4;
    try (ExecutorService executor = Executors.newFixedThreadPool(writers)) {
      List<Callable<Object>> all = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        List<Span.Builder> spans = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
          spans.add(ofPage(trace, page, job, page));
        }
        // Each in another order, and each with something of its own.
        Collections.rotate(spans, writer * 100);
        spans.add(ofPage(trace, 1_000 + writer, job, 1));
        all.add(() -> store.write(Spans.from("converter", List.of(), spans)));
      }
      for (Future<Object> written : executor.invokeAll(all)) {
        written.get();
      }
    }
    assertThat(store.read(trace)).hasSize(pages + writers).doesNotHaveDuplicates();
    List<StepsOfJob.Step> found = TenantView.as("acme", tx -> steps.list(tx, "acme", job));
    assertThat(found).extracting(StepsOfJob.Step::count).containsExactly(pages + writers);
  }

  @Test
  void hasNothingOfATraceThatIsNotThere() {
    assertThat(store.read(Spans.newTrace())).isEmpty();
  }

  @Test
  void outlinesAJobToItsTenantAlone() {
    String job = jobs.newJob("acme");
    TraceId trace = Spans.newTrace();
    store.write(
        Spans.from(
            "converter",
            List.of(),
            List.of(
                span(trace, 1, "submit", 0).addAttributes(text("deckmill.job.id", job)),
                ofPage(trace, 2, job, 1).setParentSpanId(Spans.id(1)),
                ofPage(trace, 3, job, 2).setStatus(Status.newBuilder().setCodeValue(2)),
                span(trace, 4, "somebody else's", 0))));
    List<SpanOutline> all = outlines("acme", job, new Pages(1, 9));
    assertThat(all)
        .extracting(SpanOutline::name, SpanOutline::page, SpanOutline::failed)
        .containsExactly(tuple("page", 1, false), tuple("page", 2, true));
    assertThat(all.get(0).parentSpanId()).isEqualTo("0".repeat(15) + "1");
    assertThat(all.get(0).traceId()).isEqualTo(trace.hex());
    assertThat(outlines("acme", job, new Pages(2, 9)))
        .extracting(SpanOutline::page)
        .containsExactly(2);
    assertThat(outlines("other", job, new Pages(1, 9))).isEmpty();
    List<TracedSpan> whole = new ArrayList<>();
    TenantView.as(
        "acme",
        tx -> {
          ofJob.read(tx, "acme", job, whole::add);
          return true;
        });
    assertThat(whole)
        .extracting(span -> span.span().getName())
        .containsExactly("submit", "page", "page");
  }

  @Test
  void sumsUpTheStepsOfAJob() {
    String job = jobs.newJob("acme");
    TraceId trace = Spans.newTrace();
    store.write(
        Spans.from(
            "converter",
            List.of(),
            List.of(
                ofPage(trace, 1, job, 1),
                ofPage(trace, 2, job, 2).setStatus(Status.newBuilder().setCodeValue(2)))));
    List<StepsOfJob.Step> found = TenantView.as("acme", tx -> steps.list(tx, "acme", job));
    assertThat(found).hasSize(1);
    StepsOfJob.Step step = found.getFirst();
    assertThat(step.name()).isEqualTo("page");
    assertThat(step.count()).isEqualTo(2);
    assertThat(step.failed()).isEqualTo(1);
    assertThat(step.totalNanos()).isEqualTo(20_000_000);
    assertThat(step.longestNanos()).isEqualTo(10_000_000);
    assertThat(step.endNanos() - step.startNanos()).isEqualTo(1_010_000_000);
  }

  @Test
  void sumsUpASpanOnceHoweverOftenItComes() {
    String job = jobs.newJob("acme");
    TraceId trace = Spans.newTrace();
    for (int i = 0; i < 2; i++) {
      store.write(Spans.from("converter", List.of(), List.of(ofPage(trace, 1, job, 1))));
    }
    store.write(
        Spans.from(
            "converter", List.of(), List.of(ofPage(trace, 1, job, 1), ofPage(trace, 2, job, 2))));
    List<StepsOfJob.Step> found = TenantView.as("acme", tx -> steps.list(tx, "acme", job));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().count()).isEqualTo(2);
    assertThat(found.getFirst().totalNanos()).isEqualTo(20_000_000);
    List<StepsOfJob.Step> others = TenantView.as("other", tx -> steps.list(tx, "acme", job));
    assertThat(others).isEmpty();
  }

  @Test
  void knowsTheServicesAndWhatTheyDo() {
    TraceId trace = Spans.newTrace();
    store.write(
        Spans.from(
            "known",
            List.of(),
            List.of(
                span(trace, 1, "b", 0),
                span(trace, 2, "b", 0),
                span(trace, 3, "a", 0).setKind(SpanKind.SPAN_KIND_SERVER))));
    worker.useTransaction(
        tx -> {
          assertThat(operations.services(tx)).contains("known").doesNotHaveDuplicates().isSorted();
          assertThat(operations.of(tx, "known", Optional.empty()))
              .containsExactly(
                  new KnownOperations.Operation("a", SpanKind.SPAN_KIND_SERVER),
                  new KnownOperations.Operation("b", SpanKind.SPAN_KIND_UNSPECIFIED));
          assertThat(operations.of(tx, "known", Optional.of(SpanKind.SPAN_KIND_SERVER))).hasSize(1);
          assertThat(operations.of(tx, "unknown", Optional.empty())).isEmpty();
        });
  }

  @Test
  void countsTheCallsFromServiceToService() {
    TraceId trace = Spans.newTrace();
    store.write(
        Spans.from("graph-a", List.of(), List.of(span(trace, 1, "a", 0))),
        Spans.from(
            "graph-b",
            List.of(),
            List.of(
                span(trace, 2, "b", 1).setParentSpanId(Spans.id(1)),
                span(trace, 3, "b", 2).setParentSpanId(Spans.id(1)),
                span(trace, 4, "inside", 3).setParentSpanId(Spans.id(3)))));
    List<Call> calls = calls(-1, 10);
    assertThat(calls).contains(new Call("graph-a", "graph-b", 2));
    assertThat(calls).noneMatch(call -> call.parent().equals("graph-b"));
    assertThat(calls(10, 20)).noneMatch(call -> call.child().equals("graph-b"));
  }

  @Test
  void summarizesTracesInTheOrderInWhichTheyAreAskedFor() {
    TraceId first = Spans.newTrace();
    TraceId second = Spans.newTrace();
    store.write(
        Spans.from(
            "sum-a",
            List.of(),
            List.of(
                span(first, 2, "child", 1).setParentSpanId(Spans.id(1)),
                span(first, 1, "root", 2),
                span(first, 3, "orphan", 3).setParentSpanId(Spans.id(99)),
                span(second, 1, "other root", 0))),
        Spans.from(
            "sum-b",
            List.of(),
            List.of(
                span(first, 4, "child", 3)
                    .setParentSpanId(Spans.id(1))
                    .setStatus(Status.newBuilder().setCodeValue(2)))));
    List<TraceSummaries.Summary> found =
        worker.inTransaction(tx -> summaries.of(tx, List.of(second, Spans.newTrace(), first)));
    assertThat(found).extracting(TraceSummaries.Summary::id).containsExactly(second, first);
    TraceSummaries.Summary summary = found.getLast();
    assertThat(summary.rootService()).isEqualTo("sum-a");
    assertThat(summary.rootOperation()).isEqualTo("root");
    assertThat(summary.spans()).isEqualTo(4);
    assertThat(summary.errors()).isEqualTo(1);
    assertThat(summary.orphans()).isEqualTo(1);
    assertThat(summary.endNanos() - summary.startNanos()).isEqualTo(2_010_000_000);
    assertThat(summary.services())
        .containsExactly(new Share("sum-a", 3, 0), new Share("sum-b", 1, 1));
  }

  private List<SpanOutline> outlines(String seenBy, String job, Pages pages) {
    return TenantView.as(seenBy, tx -> ofJob.outlines(tx, "acme", job, pages));
  }

  private List<Call> calls(int from, int to) {
    return worker.inTransaction(
        tx -> graph.between(tx, start.plusSeconds(from), start.plusSeconds(to)));
  }

  private Span.Builder ofPage(TraceId trace, long id, String job, int page) {
    return span(trace, id, "page", page)
        .addAttributes(text("deckmill.job.id", job))
        .addAttributes(number("deckmill.page.number", page));
  }

  /** Ten milliseconds, so many seconds after the others. */
  private Span.Builder span(TraceId trace, long id, String name, int second) {
    return Spans.span(trace, id, name, start.plusSeconds(second), Duration.ofMillis(10));
  }
}
