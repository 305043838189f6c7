package dev.deckmill.api.limits;

import dev.deckmill.api.ApiConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the limits in force from the configuration. */
final class LimitsConfig {
  @Produces
  @Singleton
  Limits limits(ApiConfig config) {
    ApiConfig.Limits set = config.limits();
    return new Limits(
            set.pages(),
            set.pageBytes().asLongValue(),
            set.jobBytes().asLongValue(),
            set.bodyBytes().asLongValue(),
            set.inflateRatio(),
            set.pageTime(),
            set.jobDeadline(),
            set.unfinishedJobs(),
            set.submissionsPerMinute(),
            set.submissionsBurst())
        .withinCap();
  }
}
