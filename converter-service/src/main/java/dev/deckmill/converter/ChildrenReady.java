package dev.deckmill.converter;

import dev.deckmill.converter.pool.PageWorkers;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when there is a warm child; shows how well children are kept apart. */
@Readiness
@Singleton
final class ChildrenReady implements HealthCheck {
  private final PageWorkers workers;

  ChildrenReady(PageWorkers workers) {
    this.workers = workers;
  }

  @Override
  public HealthCheckResponse call() {
    int alive = workers.alive();
    return HealthCheckResponse.named("children")
        .status(alive > 0)
        .withData("alive", alive)
        .withData("wanted", workers.count())
        .withData("isolation", workers.isolation().name())
        .build();
  }
}
