package dev.deckmill.service.blob;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the store can be written to: no service gets far without. */
@Readiness
@Singleton
final class BlobStoreReady implements HealthCheck {
  private final BlobConfig config;

  BlobStoreReady(BlobConfig config) {
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("blob store")
        .status(Files.isWritable(config.directory()))
        .build();
  }
}
