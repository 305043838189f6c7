package dev.deckmill.api.intake;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.intake.IdempotencyStore;
import dev.deckmill.api.store.intake.RateStore;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Lets no more submissions of a tenant pass than its rate allows. */
@Singleton
public final class SubmissionRate {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AppDatabase database;
  private final RateStore rates;
  private final IdempotencyStore keys;
  private final Limits limits;
  private final Duration remember;

  SubmissionRate(
      AppDatabase database,
      RateStore rates,
      IdempotencyStore keys,
      Limits limits,
      ApiConfig config) {
    this.database = database;
    this.rates = rates;
    this.keys = keys;
    this.limits = limits;
    this.remember = config.reaper().rememberKeys();
  }

  /**
   * Lets one more pass. One that was accepted before always does and does not count: a broker may
   * bring it again at any time, and what was accepted once may not be refused afterwards.
   *
   * @throws Refusal if there were too many
   */
  public void pass(String tenant, IdempotencyKey key) {
    RateStore.Taken taken =
        database.as(
            tenant,
            tx ->
                keys.find(key.value(), remember).isPresent()
                    ? new RateStore.Taken(true, 0, Duration.ZERO, Duration.ZERO)
                    : take(tx, tenant));
    if (!taken.passed()) {
      long seconds = Math.max(1, taken.nextAfter().plusMillis(999).toSeconds());
      throw Refusal.later(
          ErrorType.QUOTA_SUBMISSIONS,
          "%d submissions a minute are allowed, %d at once. Send this one again in %d s."
              .formatted(limits.submissionsPerMinute(), limits.submissionsBurst(), seconds),
          seconds);
    }
  }

  private RateStore.Taken take(Tx tx, String tenant) {
    return rates.take(
        tx, tenant, MINUTE.dividedBy(limits.submissionsPerMinute()), limits.submissionsBurst());
  }
}
