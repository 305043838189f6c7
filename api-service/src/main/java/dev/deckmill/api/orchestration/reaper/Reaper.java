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

/** Sweeps in regular intervals. */
@Singleton
final class Reaper {
  private final RolesConfig roles;
  private final SweepRound round;
  private final BackgroundLoops loops;
  private final Duration every;

  Reaper(RolesConfig roles, @All List<Sweep> sweeps, BackgroundLoops loops, ApiConfig config) {
    this.roles = roles;
    this.round = new SweepRound(sweeps);
    this.loops = loops;
    this.every = config.reaper().every();
  }

  void start(@Observes StartupEvent event) {
    if (roles.api()) {
      loops.startEvery("reaper", every, round::run);
    }
  }
}
