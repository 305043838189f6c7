package dev.deckmill.api.intake;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.intake.IdempotencyStore;
import dev.deckmill.api.store.intake.IdempotencyStore.Known;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows a submission that was sent before by its key: in the transaction in which it would become a
 * job.
 */
@Singleton
final class Replays {
  private final IdempotencyStore keys;
  private final Duration remember;

  Replays(IdempotencyStore keys, ApiConfig config) {
    this.keys = keys;
    this.remember = config.reaper().rememberKeys();
  }

  /**
   * The job that the submission has already.
   *
   * @throws Refusal if the key came with other content, or is just being taken in
   */
  Optional<String> earlier(Tx tx, String tenant, @Nullable IdempotencyKey key, String fingerprint) {
    if (key == null) {
      return Optional.empty();
    }
    if (!keys.enter(tx, tenant, key.value())) {
      throw Refusal.meanwhile(
          ErrorType.IDEMPOTENCY_CONFLICT,
          "A submission with the same Idempotency-Key is being taken in at this moment. Send this one again to learn its job.");
    }
    Optional<Known> known = keys.find(key.value(), remember);
    if (known.isPresent() && !known.get().fingerprint().equals(fingerprint)) {
      throw Refusal.of(
          ErrorType.IDEMPOTENCY_CONFLICT,
          "The Idempotency-Key came before, with other pages or options. Send these with a key of their own.");
    }
    return known.map(Known::jobId);
  }

  /** Notes which job the submission has. */
  void keep(Tx tx, Job job, @Nullable IdempotencyKey key, String fingerprint) {
    if (key != null) {
      keys.keep(tx, job.tenant(), key.value(), new Known(fingerprint, job.id()));
    }
  }
}
