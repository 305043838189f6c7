package dev.deckmill.drive.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Consents by the hash of their state. */
@Singleton
public final class ConsentRows implements PanacheRepositoryBase<ConsentRow, String> {
  /** Those of the tenant that nobody answered in time. */
  public void deleteExpired(Instant now) {
    delete("expiresAt <= ?1", now);
  }
}
