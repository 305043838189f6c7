package dev.deckmill.api.web.health;

import dev.deckmill.service.blob.BlobStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that pages could be stored: database and broker are checked by their extensions. */
@Readiness
@Singleton
final class BlobStoreReadiness implements HealthCheck {
  private static final String NAME = "blob store";

  private final BlobStore blobs;

  BlobStoreReadiness(BlobStore blobs) {
    this.blobs = blobs;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      blobs.put("health/api-service", new byte[] {1}, BlobStore.Durability.REMAKEABLE);
      return HealthCheckResponse.up(NAME);
    } catch (IOException e) {
      return HealthCheckResponse.named(NAME).down().withData("error", e.toString()).build();
    }
  }
}
