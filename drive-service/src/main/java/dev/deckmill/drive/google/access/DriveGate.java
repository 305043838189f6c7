package dev.deckmill.drive.google.access;

import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponseInterceptor;
import dev.deckmill.drive.config.DriveConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What every call to Drive of this process goes through: a limiter, so that Drive's quotas are not
 * used up, and a circuit breaker, so that a Drive which is out of order is left alone for a while
 * by all deliveries and not asked by each of them in turn. Calls are spread evenly over a second.
 */
public final class DriveGate {
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;
  private static final int PROBES = 2;

  private final RateLimiter limiter;
  private final CircuitBreaker breaker;
  private final Duration pause;
  private final AtomicLong passed = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong waitedNanos = new AtomicLong();

  private DriveGate(RateLimiter limiter, CircuitBreaker breaker, Duration pause) {
    this.limiter = limiter;
    this.breaker = breaker;
    this.pause = pause;
  }

  /**
   * What went through so far.
   *
   * @param passed calls that were let through
   * @param refused calls that were not, because the breaker was open or the queue too long
   * @param waitedNanos how long calls waited for their turn, all together
   * @param breaker 0: calls pass, 1: a few to see whether they work, 2: none
   */
  public record Figures(long passed, long refused, long waitedNanos, int breaker) {}

  public static DriveGate of(DriveConfig config) {
    return new DriveGate(
        limiter(config.limiter()), breaker(config.breaker()), config.breaker().pause());
  }

  private static RateLimiter limiter(DriveConfig.Limiter config) {
    if (config.queriesPerSecond() < 1) {
      throw new IllegalStateException(
          "deckmill.drive.limiter.queries-per-second has to be 1 or more, or nothing is delivered");
    }
    return RateLimiter.of(
        "drive",
        RateLimiterConfig.custom()
            .limitForPeriod(1)
            .limitRefreshPeriod(Duration.ofSeconds(1).dividedBy(config.queriesPerSecond()))
            .timeoutDuration(config.longestWait())
            .build());
  }

  private static CircuitBreaker breaker(DriveConfig.Breaker config) {
    return CircuitBreaker.of(
        "drive",
        CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(config.window())
            .minimumNumberOfCalls(config.window())
            .failureRateThreshold(config.failurePercent())
            .waitDurationInOpenState(config.pause())
            .permittedNumberOfCallsInHalfOpenState(PROBES)
            .maxWaitDurationInHalfOpenState(config.pause())
            .build());
  }

  /** How often calls passed and did not. */
  public Figures figures() {
    int state =
        switch (breaker.getState()) {
          case OPEN, FORCED_OPEN -> 2;
          case HALF_OPEN -> 1;
          case CLOSED, DISABLED, METRICS_ONLY -> 0;
        };
    return new Figures(passed.get(), refused.get(), waitedNanos.get(), state);
  }

  /** Sends a request through the gate, each time that it is sent. */
  void guard(HttpRequest request) {
    Passage passage = new Passage();
    @Nullable HttpExecuteInterceptor before = request.getInterceptor();
    request.setInterceptor(
        sent -> {
          passage.open();
          if (before != null) {
            before.intercept(sent);
          }
        });
    @Nullable HttpResponseInterceptor after = request.getResponseInterceptor();
    request.setResponseInterceptor(
        response -> {
          passage.close(response.getStatusCode());
          if (after != null) {
            after.interceptResponse(response);
          }
        });
    request.setIOExceptionHandler(
        (broken, retry) -> {
          passage.broke();
          return false;
        });
  }

  private void take() throws IOException {
    long start = System.nanoTime();
    boolean inTime = limiter.acquirePermission();
    waitedNanos.addAndGet(System.nanoTime() - start);
    if (!inTime) {
      refused.incrementAndGet();
      throw new GateShutException("Too many calls to Google Drive wait for their turn", pause);
    }
    if (!breaker.tryAcquirePermission()) {
      refused.incrementAndGet();
      throw new GateShutException(
          "Google Drive failed so often that it is left alone for a while", pause);
    }
    passed.incrementAndGet();
  }

  /** One request's way through, which may be sent a second time with a new token. */
  private final class Passage {
    private boolean inside;
    private long start;

    void open() throws IOException {
      if (inside) {
        // It was answered, and is sent again because of the answer.
        left(true);
      }
      take();
      inside = true;
      start = System.nanoTime();
    }

    void close(int status) {
      left(status != TOO_MANY && status < SERVER_ERRORS);
    }

    void broke() {
      left(false);
    }

    private void left(boolean well) {
      if (!inside) {
        return;
      }
      inside = false;
      long time = System.nanoTime() - start;
      if (well) {
        breaker.onSuccess(time, TimeUnit.NANOSECONDS);
      } else {
        breaker.onError(
            time, TimeUnit.NANOSECONDS, new IOException("Drive did not answer as it should"));
      }
    }
  }
}
