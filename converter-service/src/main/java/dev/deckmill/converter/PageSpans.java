package dev.deckmill.converter;

import dev.deckmill.contracts.Excerpt;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.part.EarlierAttempt;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.meter.StageMeters;
import dev.deckmill.service.trace.TraceAttributes;
import dev.deckmill.service.trace.TraceParent;
import dev.deckmill.svgpptx.SlideReport;
import dev.deckmill.svgpptx.SlideReport.ElementDecision;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.SlideReport.Timings;
import dev.deckmill.svgpptx.SvgToSlide.StageObserver.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Records a page's conversion in the trace and the metrics. */
@Singleton
final class PageSpans {
  /** The full list is in the bundle; a span with thousands of events would sink the trace. */
  private static final int MOST_DECISIONS = 100;

  private final Tracer tracer;
  private final MeterRegistry metrics;
  private final StageMeters stages;

  PageSpans(Tracer tracer, MeterRegistry metrics, StageMeters stages) {
    this.tracer = tracer;
    this.metrics = metrics;
    this.stages = stages;
  }

  /** Begins the span of a page's conversion, waiting for a child included. */
  PageSpan convert(Received<ConvertPage> order) {
    ConvertPage page = order.body();
    SpanBuilder span =
        tracer
            .spanBuilder("convert")
            .setParent(order.context())
            .setAttribute(TraceAttributes.JOB_ID, page.jobId())
            .setAttribute(TraceAttributes.PAGE_NUMBER, (long) page.page())
            .setAttribute(TraceAttributes.PAGE_ATTEMPT, (long) page.attempt());
    EarlierAttempt earlier = page.earlier();
    return earlier == null
        ? new PageSpan(span.startSpan())
        : new PageSpan(following(earlier, span));
  }

  /** An attempt that was killed leaves no span: the one after it records that there was one. */
  private static Span following(EarlierAttempt earlier, SpanBuilder span) {
    SpanContext before = TraceParent.span(earlier.traceparent());
    if (before.isValid()) {
      span.addLink(before);
    }
    return span.startSpan()
        .addEvent(
            "earlier attempt",
            Attributes.of(
                TraceAttributes.PAGE_ATTEMPT,
                (long) earlier.attempt(),
                TraceAttributes.ERROR_TYPE,
                earlier.type().name()));
  }

  /** The span of one page. */
  final class PageSpan implements AutoCloseable {
    private final Span span;
    private final long begun = System.nanoTime();
    private String outcome = "INTERNAL";

    private PageSpan(Span span) {
      this.span = span;
    }

    /**
     * Adds the child's report.
     *
     * @param startedMicros when the first stage began, in microseconds since the epoch; child and
     *     parent have one clock
     */
    void converted(long startedMicros, SlideReport report) {
      outcome = "converted";
      SlideReport.Renditions counts = report.renditions();
      span.setAttribute(TraceAttributes.NATIVE_ELEMENTS, (long) counts.nativeElements());
      span.setAttribute(TraceAttributes.APPROXIMATE_ELEMENTS, (long) counts.approximateElements());
      span.setAttribute(TraceAttributes.RASTER_ELEMENTS, (long) counts.rasterElements());
      report.elements().stream()
          .filter(decision -> decision.rendition() != Rendition.NATIVE)
          .limit(MOST_DECISIONS)
          .forEach(this::decision);
      long started = startedMicros;
      for (Stage stage : Stage.values()) {
        started = stage(stage, started, micros(stage, report.timings()));
      }
    }

    /** For others to link to. */
    @Nullable String traceparent() {
      return TraceParent.of(span);
    }

    /** Says that it goes on in the slow lane. */
    void setAside() {
      outcome = "SET_ASIDE";
      span.addEvent("set aside");
    }

    /** Says why there is no slide, and returns just that. */
    Trouble failed(Trouble trouble) {
      outcome = trouble.type().name();
      span.setAttribute(TraceAttributes.ERROR_TYPE, outcome);
      span.setStatus(StatusCode.ERROR, outcome);
      return trouble;
    }

    @Override
    public void close() {
      span.end();
      metrics
          .timer("deckmill.page.conversion", "outcome", outcome)
          .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }

    private void decision(ElementDecision decision) {
      span.addEvent(
          "element",
          Attributes.of(
              TraceAttributes.ELEMENT_TYPE,
              Excerpt.of(decision.elementType(), Excerpt.NAME),
              TraceAttributes.RENDITION,
              word(decision.rendition()),
              TraceAttributes.REASONS,
              decision.reasons().stream()
                  .map(reason -> Excerpt.of(reason, Excerpt.REMARK))
                  .toList()));
    }

    /** Returns when the stage ended, which is when the next one began. */
    private long stage(Stage stage, long startedMicros, long micros) {
      Span made =
          tracer
              .spanBuilder(word(stage))
              .setParent(Context.root().with(span))
              .setAttribute(TraceAttributes.STAGE, word(stage))
              .setStartTimestamp(startedMicros, TimeUnit.MICROSECONDS)
              .startSpan();
      made.end(startedMicros + micros, TimeUnit.MICROSECONDS);
      stages.took(word(stage), Duration.of(micros, ChronoUnit.MICROS), made);
      return startedMicros + micros;
    }
  }

  private static long micros(Stage stage, Timings timings) {
    return switch (stage) {
      case PARSE -> timings.parseMicros();
      case ANALYZE -> timings.analyzeMicros();
      case MAP -> timings.mapMicros();
      case EMBED -> timings.embedMicros();
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
