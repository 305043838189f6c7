package dev.deckmill.api.web.problem;

import io.opentelemetry.api.trace.Span;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * By what a request can be found again.
 *
 * @param requestId the caller's own X-Request-Id if it is a plain one, else made here
 * @param traceId the trace it is part of
 * @param method what was to be done
 * @param path the path that was asked for
 */
record RequestMark(String requestId, String traceId, String method, String path) {
  private static final String KEY = RequestMark.class.getName();
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** The mark of a request; the first one who asks gives it. */
  static RequestMark of(RoutingContext request) {
    RequestMark known = request.get(KEY);
    if (known != null) {
      return known;
    }
    String theirs = request.request().getHeader("X-Request-Id");
    String id = theirs != null && PLAIN.matcher(theirs).matches() ? theirs : fresh();
    String trace = Span.current().getSpanContext().getTraceId();
    RequestMark mark =
        new RequestMark(id, trace, request.request().method().name(), request.normalizedPath());
    request.put(KEY, mark);
    return mark;
  }

  private static String fresh() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
