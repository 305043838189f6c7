package dev.deckmill.service.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the stages of jobs took, as a histogram. Each of its buckets comes with the trace of one
 * of those it counts, which is how one gets from "some are slow" to one that was.
 */
@Singleton
public final class StageMeters {
  private final MeterRegistry registry;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  StageMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Counts one stage.
   *
   * @param stage fetch, parse, analyze, map, embed, package or upload
   * @param span of the work, for the exemplar
   */
  public void took(String stage, Duration time, Span span) {
    // The registry takes the exemplar from the current span, and this may be called after it has
    // ended.
    try (Scope inSpan = Context.root().with(span).makeCurrent()) {
      timers.computeIfAbsent(stage, this::timer).record(time);
    }
  }

  private Timer timer(String stage) {
    return Timer.builder("deckmill.stage")
        .description("How long a stage of a page or of a deck took")
        .tag("stage", stage)
        .serviceLevelObjectives(Buckets.UPPER_ENDS)
        .register(registry);
  }
}
