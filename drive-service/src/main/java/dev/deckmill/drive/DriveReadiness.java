package dev.deckmill.drive;

import dev.deckmill.drive.google.access.DriveAccess;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says where decks go, as whom, and what the check at the start found. That Drive itself is out of
 * order is no reason to be restarted or passed by: orders wait for it.
 */
@Readiness
@Singleton
final class DriveReadiness implements HealthCheck {
  private final DriveAccess access;
  private final StartCheck check;

  DriveReadiness(DriveAccess access, StartCheck check) {
    this.access = access;
    this.check = check;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("drive")
        .up()
        .withData("access", access.summary())
        .withData("check", check.summary())
        .build();
  }
}
