package dev.deckmill.api.web.v1;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.intake.RateStore;
import dev.deckmill.api.store.intake.RateStore.Taken;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import jakarta.annotation.Priority;
import jakarta.inject.Provider;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Duration;

/**
 * Lets no more submissions of a tenant pass than its rate allows, before anything of them is read,
 * and answers how many are left (draft-ietf-httpapi-ratelimit-headers).
 */
@jakarta.ws.rs.ext.Provider
@Submitting
@Priority(Priorities.AUTHORIZATION)
final class SubmissionRateFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String TAKEN = SubmissionRateFilter.class.getName();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AppDatabase database;
  private final RateStore rates;

  /** Asked for late: a filter is made before the configuration is read. */
  private final Provider<Limits> limitsInForce;

  SubmissionRateFilter(AppDatabase database, RateStore rates, Provider<Limits> limits) {
    this.database = database;
    this.rates = rates;
    this.limitsInForce = limits;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Limits limits = limitsInForce.get();
    String tenant = Caller.of(request.getSecurityContext()).tenant();
    int perMinute = limits.submissionsPerMinute();
    Taken taken =
        database.as(
            tenant,
            tx -> rates.take(tx, tenant, MINUTE.dividedBy(perMinute), limits.submissionsBurst()));
    request.setProperty(TAKEN, taken);
    if (!taken.passed()) {
      throw Refusal.later(
          ErrorType.QUOTA_SUBMISSIONS,
          "%d submissions a minute are allowed, %d at once. Send this one again in %d s."
              .formatted(perMinute, limits.submissionsBurst(), seconds(taken.nextAfter())),
          seconds(taken.nextAfter()));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(TAKEN) instanceof Taken taken) {
      Limits limits = limitsInForce.get();
      response
          .getHeaders()
          .putSingle(
              "RateLimit-Policy",
              "\"submissions\";q=%d;w=60, \"burst\";q=%d;w=%d"
                  .formatted(
                      limits.submissionsPerMinute(),
                      limits.submissionsBurst(),
                      seconds(
                          MINUTE
                              .multipliedBy(limits.submissionsBurst())
                              .dividedBy(limits.submissionsPerMinute()))));
      response
          .getHeaders()
          .putSingle(
              "RateLimit",
              "\"burst\";r=%d;t=%d"
                  .formatted(
                      taken.left(),
                      seconds(taken.left() == 0 ? taken.nextAfter() : taken.fullAfter())));
    }
  }

  private static long seconds(Duration time) {
    return Math.max(1, (time.toMillis() + 999) / 1000);
  }
}
