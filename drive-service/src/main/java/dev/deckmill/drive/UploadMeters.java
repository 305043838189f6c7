package dev.deckmill.drive;

import dev.deckmill.contracts.ErrorType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts deliveries for Prometheus. */
@Singleton
final class UploadMeters {
  private final MeterRegistry registry;
  private final Timer uploads;
  private final Counter bytes;

  UploadMeters(MeterRegistry registry) {
    this.registry = registry;
    this.uploads =
        Timer.builder("deckmill.uploads")
            .description("Decks delivered, and the time they took without waits")
            .register(registry);
    this.bytes =
        Counter.builder("deckmill.upload.bytes")
            .description("Bytes that the target took")
            .register(registry);
  }

  void succeeded(Duration time) {
    uploads.record(time);
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
