package dev.deckmill.api.store.intake;

import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How often tenants submit: a token bucket for each, as one moment in one row (the generic cell
 * rate algorithm). Every replica takes from the same one.
 */
@Singleton
public final class RateStore {
  /**
   * What a try came to.
   *
   * @param passed it was let through, and counts
   * @param left how many more would be let through now
   * @param nextAfter when one more is, if none is left; zero if there is
   * @param fullAfter when as many as ever are
   */
  public record Taken(boolean passed, int left, Duration nextAfter, Duration fullAfter) {}

  /**
   * Takes one, if there is one.
   *
   * @param every how long it takes for another to be there
   * @param burst how many there are at most
   */
  public Taken take(Tx tx, String tenant, Duration every, int burst) {
    // Behind the clock the bucket is full: how far the moment lies ahead is how much was taken.
    return tx.handle()
        .createQuery(
            """
            with before as (
              insert into api.submission_rate as r (tenant, used_until) values (:tenant, clock_timestamp())
              on conflict (tenant) do update
                set used_until = greatest(r.used_until, clock_timestamp())
              returning used_until, clock_timestamp() as now
            )
            select extract(epoch from used_until - now) * 1000 as ahead_ms from before
            """)
        .bind("tenant", tenant)
        .map((row, context) -> row.getDouble("ahead_ms"))
        .findOne()
        .map(ahead -> taken(tx, tenant, Math.max(0, ahead), every, burst))
        .orElseThrow();
  }

  /** The row is held since it was looked at, so nobody else takes meanwhile. */
  private static Taken taken(Tx tx, String tenant, double aheadMs, Duration every, int burst) {
    double step = every.toNanos() / 1e6;
    double room = step * burst - aheadMs;
    if (room < step) {
      return new Taken(false, 0, millis(step - room), millis(aheadMs));
    }
    tx.handle()
        .createUpdate(
            """
            update api.submission_rate set used_until = used_until + :step * interval '1 millisecond'
             where tenant = :tenant
            """)
        .bind("tenant", tenant)
        .bind("step", step)
        .execute();
    double after = room - step;
    return new Taken(
        true,
        (int) (after / step),
        after < step ? millis(step - after) : Duration.ZERO,
        millis(aheadMs + step));
  }

  private static Duration millis(double value) {
    return Duration.ofMillis((long) Math.ceil(value));
  }
}
