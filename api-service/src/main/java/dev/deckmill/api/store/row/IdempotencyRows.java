package dev.deckmill.api.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Submissions by the client's key for them. */
@Singleton
public final class IdempotencyRows implements PanacheRepositoryBase<IdempotencyRow, String> {
  /** The one that came with a key no longer ago than {@code age}. */
  public Optional<IdempotencyRow> find(String clientKey, Duration age) {
    return find("clientKey = ?1 and createdAt >= instant - ?2 nanosecond", clientKey, age.toNanos())
        .singleResultOptional();
  }
}
