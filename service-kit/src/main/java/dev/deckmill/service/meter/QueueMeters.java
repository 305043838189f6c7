package dev.deckmill.service.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long records waited before they were worked on. How many still wait is a meter of the Kafka
 * clients: {@code kafka.consumer.fetch.manager.records.lag}.
 */
@Singleton
public final class QueueMeters {
  private final MeterRegistry registry;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  QueueMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts one record. */
  public void waited(String topic, Duration time) {
    timers.computeIfAbsent(topic, this::timer).record(time);
  }

  private Timer timer(String topic) {
    return Timer.builder("deckmill.queue.wait")
        .description("How long a record waited before it was worked on")
        .tag("topic", topic)
        .serviceLevelObjectives(Buckets.UPPER_ENDS)
        .register(registry);
  }
}
