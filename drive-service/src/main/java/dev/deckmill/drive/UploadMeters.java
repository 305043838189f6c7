package dev.deckmill.drive;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.meter.StageMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts deliveries for Prometheus. */
@Singleton
final class UploadMeters {
  private final MeterRegistry registry;
  private final Timer uploads;
  private final Counter bytes;
  private final StageMeters stages;

  UploadMeters(MeterRegistry registry, StageMeters stages) {
    this.registry = registry;
    this.stages = stages;
    this.uploads =
        Timer.builder("deckmill.uploads")
            .description("Decks delivered, and the time they took without waits")
            .register(registry);
    this.bytes =
        Counter.builder("deckmill.upload.bytes")
            .description("Bytes that the target took")
            .register(registry);
  }

  void succeeded(Duration time, Span span) {
    uploads.record(time);
    stages.took("upload", time, span);
  }

  void failed(ErrorType type) {
    registry.counter("deckmill.upload.failures", "code", type.name()).increment();
  }

  void retried(ErrorType type) {
    registry.counter("deckmill.upload.retries", "code", type.name()).increment();
  }

  void sent(long more) {
    bytes.increment((double) more);
  }
}
