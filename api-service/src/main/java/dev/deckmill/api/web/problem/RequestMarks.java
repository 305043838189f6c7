package dev.deckmill.api.web.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Puts the request's and the trace's id on every answer, whoever gives it. */
@Singleton
final class RequestMarks {
  private static final int BEFORE_ALL_OTHERS = 10_000;

  void register(@Observes Filters filters) {
    filters.register(RequestMarks::mark, BEFORE_ALL_OTHERS);
  }

  private static void mark(RoutingContext request) {
    RequestMark mark = RequestMark.of(request);
    request.response().putHeader("X-Request-Id", mark.requestId());
    request.response().putHeader("X-Trace-Id", mark.traceId());
    request.next();
  }
}
