package dev.deckmill.service.loop;

import dev.deckmill.service.loop.BackgroundLoop.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts the background loops of the service, and knows them all. */
@Singleton
public final class BackgroundLoops {
  private final MeterRegistry registry;
  private final List<BackgroundLoop> loops = new CopyOnWriteArrayList<>();

  /** One that counts failures in {@code registry}: {@code deckmill.loop.failures}. */
  public BackgroundLoops(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Starts a loop whose step waits by itself.
   *
   * @param name of the thread, of the meter's tag and in the liveness
   * @param pause after a step that failed
   */
  public BackgroundLoop start(String name, Duration pause, Step step) {
    Counter failures =
        Counter.builder("deckmill.loop.failures")
            .description("Steps of background loops that failed and were tried again")
            .tag("loop", name)
            .register(registry);
    BackgroundLoop loop = new BackgroundLoop(name, pause, step, failures::increment);
    loops.add(loop);
    loop.start();
    return loop;
  }

  /**
   * Starts a loop that does its work, waits, and does it again.
   *
   * @param every how long it waits; before the first time too
   */
  public BackgroundLoop startEvery(String name, Duration every, Runnable work) {
    return start(
        name,
        Duration.ZERO,
        loop -> {
          if (loop.rest(every)) {
            work.run();
          }
        });
  }

  List<BackgroundLoop> all() {
    return List.copyOf(loops);
  }
}
