package dev.deckmill.drive;

import dev.deckmill.drive.google.access.DriveAccess;
import dev.deckmill.drive.google.access.DriveGate;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** Shows the limiter and the breaker to Prometheus. */
@Startup
@Singleton
final class DriveMeters {
  private static final double NANOS = 1e9;

  DriveMeters(MeterRegistry registry, DriveAccess access) {
    DriveGate gate = access.gate();
    count(
        registry,
        gate,
        "deckmill.drive.calls",
        "Calls to Drive that were made",
        DriveGate.Figures::passed);
    count(
        registry,
        gate,
        "deckmill.drive.calls.refused",
        "Calls to Drive that the breaker or the limiter did not let through",
        DriveGate.Figures::refused);
    count(
        registry,
        gate,
        "deckmill.drive.limiter.wait.seconds",
        "Time that calls to Drive waited for their turn",
        figures -> figures.waitedNanos() / NANOS);
    Gauge.builder("deckmill.drive.breaker", gate, open -> open.figures().breaker())
        .description("0: calls pass, 1: a few, to see whether Drive works, 2: none")
        .register(registry);
  }

  private static void count(
      MeterRegistry registry,
      DriveGate gate,
      String name,
      String description,
      ToDoubleFunction<DriveGate.Figures> figure) {
    FunctionCounter.builder(name, gate, read -> figure.applyAsDouble(read.figures()))
        .description(description)
        .register(registry);
  }
}
