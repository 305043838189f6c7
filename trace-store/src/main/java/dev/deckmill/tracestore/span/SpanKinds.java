package dev.deckmill.tracestore.span;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Kinds of spans as people write them. */
public final class SpanKinds {
  private static final Map<String, SpanKind> BY_WORD =
      Map.of(
          "internal", SpanKind.SPAN_KIND_INTERNAL,
          "server", SpanKind.SPAN_KIND_SERVER,
          "client", SpanKind.SPAN_KIND_CLIENT,
          "producer", SpanKind.SPAN_KIND_PRODUCER,
          "consumer", SpanKind.SPAN_KIND_CONSUMER);

  private static final String PREFIX = "SPAN_KIND_";

  private SpanKinds() {}

  /** The kind of a word, in small letters or capitals. */
  public static Optional<SpanKind> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word.toLowerCase(Locale.ROOT)));
  }

  /** The word for a kind; empty if the span does not say. */
  public static String word(SpanKind kind) {
    return BY_WORD.containsValue(kind)
        ? kind.name().substring(PREFIX.length()).toLowerCase(Locale.ROOT)
        : "";
  }
}
