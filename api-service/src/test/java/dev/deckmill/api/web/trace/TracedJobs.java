package dev.deckmill.api.web.trace;

import static dev.deckmill.tracestore.testing.Spans.number;
import static dev.deckmill.tracestore.testing.Spans.text;

import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.service.testing.Rows;
import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.span.TracedSpan;
import dev.deckmill.tracestore.store.SpanWriter;
import dev.deckmill.tracestore.testing.Spans;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Jobs that were worked on, so that there is something to tell. */
@Singleton
final class TracedJobs {
  static final PageFinding SHADOW =
      new PageFinding("RASTERIZED", true, "shadow", "A filter was drawn as a <picture>.");
  static final PageFinding FONT =
      new PageFinding("FONT_SUBSTITUTED", false, null, "Carlito stands for Calibri.");
  private static final PageRecord RECORD =
      new PageRecord(
          List.of(
              new PageRecord.Element(
                  "g", "shadow", PageRecord.Rendition.RASTER, List.of("a filter"), 300)),
          List.of(SHADOW, FONT),
          1,
          12_345);

  private final Workers workers;
  private final WorkerDatabase database;
  private final SpanWriter spans;

  TracedJobs(Workers workers, WorkerDatabase database, SpanWriter spans) {
    this.workers = workers;
    this.database = database;
    this.spans = spans;
  }

  /** Three pages: one with findings, one that fails, one that fails once and is tried again. */
  String finished(Orders orders) {
    String id = Client.submitted(3, Map.of("title", "Q3 <script>alert(1)</script>"));
    ConvertPage first = orders.page(id, 1, 1);
    workers.send(Workers.started(first));
    workers.send(workers.convertedWith(first, RECORD, new Renditions(1, 1, 1), SHADOW, FONT));
    workers.send(Workers.started(orders.page(id, 2, 1)));
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.SVG_INVALID));
    workers.send(Workers.started(orders.page(id, 3, 1)));
    workers.send(Workers.failed(orders.page(id, 3, 1), ErrorType.INTERNAL));
    workers.convert(orders.page(id, 3, 2));
    workers.packageDeck(orders.deck(id), new byte[1000]);
    Client.awaitState(id, "partially_succeeded");
    return id;
  }

  /** A job whose rows were written past the service, with nothing to convert. */
  static String giant(int pages) {
    String id = Client.submitted(1, Map.of("title", "Ten thousand pages"));
    Map<String, Object> values = Map.of("job", id, "pages", pages);
    Rows.change("delete from api.page where job_id = :job and :pages > 0", values);
    Rows.change(
        """
        update api.job set pages = :pages, state = 'succeeded', conversion = 'succeeded',
               created_at = now() - interval '300 s', started_at = now() - interval '298 s',
               converted_at = now() - interval '10 s', packaged_at = now(), finished_at = now()
         where id = :job
        """,
        values);
    Rows.change(
        """
        insert into api.page (tenant, job_id, number, name, source_offset, source_length, source_sha256, state,
               attempt, starts, result_attempt, queue_wait_ms, started_at, finished_at)
        select 'acme', :job, n, 'page-' || n || '.svg', 0, 1, repeat('0', 64), 'succeeded', 1 + (n % 97 = 0)::int,
               1 + (n % 97 = 0)::int, 1 + (n % 97 = 0)::int, n * 28,
               now() - interval '298 s' + n * interval '28 ms', now() - interval '297 s' + n * interval '28.5 ms'
          from generate_series(1, :pages) n
        """,
        values);
    Rows.change(
        """
        insert into api.stage_row (tenant, job_id, stage, page, attempt, outcome, queue_wait_ms, total_us, parse_us,
               analyze_us, map_us, embed_us, native_elements, approximate_elements, raster_elements, findings,
               finding_count)
        select 'acme', :job, 'convert', p.number, p.result_attempt, 'succeeded', p.queue_wait_ms, 100000 + p.number,
               50000, 20000, 10000, 20000 + p.number, 40, 3, (p.number % 7 = 0)::int,
               '[{"code":"RASTERIZED","warning":true,"elementId":"a","detail":"d"},
                 {"code":"APPROXIMATED","warning":false,"elementId":"b","detail":"d"}]', 2
          from api.page p where p.job_id = :job and :pages > 0
        """,
        values);
    return id;
  }

  /** Spans of the job, and one of somebody else in the same trace. */
  TraceId addSpans(String jobId) {
    TraceId trace = Spans.newTrace();
    Instant start = Instant.now().minusSeconds(30);
    List<Span.Builder> all =
        List.of(
            Spans.span(trace, 1, "submit", start, Duration.ofMillis(5))
                .addAttributes(text("deckmill.job.id", jobId)),
            ofPage(trace, 2, "convert", jobId, start.plusMillis(10), 40)
                .setParentSpanId(Spans.id(1)),
            ofPage(trace, 3, "parse", jobId, start.plusMillis(12), 10).setParentSpanId(Spans.id(2)),
            Spans.span(trace, 9, "somebody else's", start, Duration.ofMillis(1)));
    write(all);
    return trace;
  }

  /** So many spans of the job, each with an attribute of so many characters. */
  void addLongSpans(String jobId, int count, int characters) {
    TraceId trace = Spans.newTrace();
    String filling = "x".repeat(characters);
    List<Span.Builder> all = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      all.add(
          ofPage(trace, i, "convert", jobId, Instant.now(), 1)
              .addAttributes(text("deckmill.test.filling", filling)));
    }
    write(all);
  }

  private void write(List<Span.Builder> all) {
    SpanOrigin origin =
        new SpanOrigin(
            Resource.newBuilder().addAttributes(text("service.name", "converter-service")).build(),
            "",
            InstrumentationScope.newBuilder().setName("tests").build(),
            "");
    database.useTransaction(
        tx ->
            spans.write(
                tx, all.stream().map(span -> new TracedSpan(span.build(), origin)).toList()));
  }

  private static Span.Builder ofPage(
      TraceId trace, long id, String name, String jobId, Instant start, long millis) {
    return Spans.span(trace, id, name, start, Duration.ofMillis(millis))
        .addAttributes(text("deckmill.job.id", jobId))
        .addAttributes(number("deckmill.page.number", 1));
  }
}
