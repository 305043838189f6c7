package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.fetch.FetchConfig;
import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.orchestration.job.PageMoves;
import dev.deckmill.api.orchestration.job.RetryPolicy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** What is the same for all pages: how often they are tried, how long they may take. */
@Singleton
public final class PageRules {
  private final PageMoves moves;
  private final StageRows rows;
  private final Duration attemptTime;
  private final Duration fetchTime;
  private final Duration resendAfter;
  private final int window;

  PageRules(ApiConfig config, FetchConfig fetch, Limits limits, StageRows rows) {
    ApiConfig.Retry retry = config.retry();
    this.moves =
        new PageMoves(
            new RetryPolicy(
                retry.transientAttempts(),
                retry.crashAttempts(),
                retry.firstDelay(),
                retry.longestDelay()));
    this.rows = rows;
    this.attemptTime = limits.pageTime().plus(config.reaper().grace());
    this.fetchTime = fetch.total().plus(config.reaper().grace());
    this.resendAfter = config.reaper().resendAfter();
    this.window = config.dispatch().window();
  }

  PageMoves moves() {
    return moves;
  }

  StageRows rows() {
    return rows;
  }

  /** How long to wait for the end of an attempt that has begun. */
  Duration attemptTime() {
    return attemptTime;
  }

  /** How long to wait for the end of a fetching that has begun. */
  Duration fetchTime() {
    return fetchTime;
  }

  /** How long to wait for the beginning of an attempt that was ordered. */
  public Duration resendAfter() {
    return resendAfter;
  }

  /** How many pages of a job may be ordered and without a result. */
  int window() {
    return window;
  }

  double jitter() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
