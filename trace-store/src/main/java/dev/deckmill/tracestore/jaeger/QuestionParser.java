package dev.deckmill.tracestore.jaeger;

import dev.deckmill.tracestore.jaeger.wire.TraceQueryParameters;
import dev.deckmill.tracestore.store.TraceQuestion;
import io.grpc.Status;
import java.util.Optional;

/** Makes a question to our store of one of Jaeger's. */
final class QuestionParser {
  /** As many as Jaeger's page asks for at most. */
  static final int MOST_TRACES = 1_500;

  private static final int USUAL_TRACES = 100;

  private QuestionParser() {}

  /**
   * What is asked for.
   *
   * @throws io.grpc.StatusRuntimeException if it can't be answered
   */
  static TraceQuestion parse(TraceQueryParameters query) {
    if (!query.getFilter().isEmpty()) {
      // Or it would be answered as if nothing had been asked.
      throw Status.UNIMPLEMENTED
          .withDescription("Filters are not served; ask by service, operation, tags and times")
          .asRuntimeException();
    }
    return new TraceQuestion(
        given(query.getServiceName()),
        given(query.getOperationName()),
        query.getAttributesList(),
        WireTimes.instant(query.getStartTimeMin()),
        WireTimes.instant(query.getStartTimeMax()),
        WireTimes.duration(query.getDurationMin()),
        WireTimes.duration(query.getDurationMax()),
        limit(query.getSearchDepth()));
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static int limit(int depth) {
    if (depth < 0) {
      throw Status.INVALID_ARGUMENT
          .withDescription("search_depth is %d; it is 0 or more".formatted(depth))
          .asRuntimeException();
    }
    return depth == 0 ? USUAL_TRACES : Math.min(depth, MOST_TRACES);
  }
}
