package dev.deckmill.service.loop;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while each loop's thread is. A step that fails because something else is away does not
 * count: a restart would not bring it back.
 */
@Liveness
@Singleton
final class LoopsLiveness implements HealthCheck {
  private final BackgroundLoops loops;

  LoopsLiveness(BackgroundLoops loops) {
    this.loops = loops;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("background loops");
    boolean alive = true;
    for (BackgroundLoop loop : loops.all()) {
      alive &= loop.isAlive();
      answer.withData(loop.name(), state(loop));
    }
    return answer.status(alive).build();
  }

  private static String state(BackgroundLoop loop) {
    if (!loop.isAlive()) {
      return "ended";
    }
    return loop.lastGood() == null ? "no step finished yet" : "last good step " + loop.lastGood();
  }
}
