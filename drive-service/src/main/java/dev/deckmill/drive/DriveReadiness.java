package dev.deckmill.drive;

import dev.deckmill.drive.google.DriveAccess;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says where decks go and as whom. That Drive itself is out of order is no reason to be restarted
 * or passed by: orders wait for it.
 */
@Readiness
@Singleton
final class DriveReadiness implements HealthCheck {
  private final DriveAccess access;

  DriveReadiness(DriveAccess access) {
    this.access = access;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("drive").up().withData("access", access.summary()).build();
  }
}
