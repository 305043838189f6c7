package dev.deckmill.api.orchestration.reaper;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.RolesConfig;
import dev.deckmill.service.loop.BackgroundLoops;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sweeps in regular intervals. */
@Singleton
final class Reaper {
  private final RolesConfig roles;
  private final List<Sweep> sweeps;
  private final BackgroundLoops loops;
  private final Duration every;

  Reaper(RolesConfig roles, @All List<Sweep> sweeps, BackgroundLoops loops, ApiConfig config) {
    this.roles = roles;
    this.sweeps = List.copyOf(sweeps);
    this.loops = loops;
    this.every = config.reaper().every();
  }

  void start(@Observes StartupEvent event) {
    if (roles.api()) {
      loops.startEvery("reaper", every, this::goRound);
    }
  }

  /**
   * One round: until nothing is left to be found. A sweep that fails keeps no other from its work.
   */
  void goRound() {
    @Nullable RuntimeException failure = null;
    int found;
    do {
      found = 0;
      for (Sweep sweep : sweeps) {
        try {
          found += sweep.attend();
        } catch (RuntimeException e) {
          failure = joined(failure, e);
        }
      }
    } while (found > 0 && failure == null);
    if (failure != null) {
      throw failure;
    }
  }

  private static RuntimeException joined(@Nullable RuntimeException first, RuntimeException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }
}
