package dev.deckmill.tracestore.otlp;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How spans are taken in and kept. */
@ConfigMapping(prefix = "deckmill.spans")
public interface SpansConfig {
  /** Whether this process takes spans in and keeps them; one that fetches pages alone does not. */
  @WithDefault("${deckmill.roles.api:true}")
  boolean enabled();

  /**
   * What senders of spans, and Jaeger, have to show as {@code Authorization: Bearer <token>}, at
   * least 16 characters. Without it nobody may send or ask.
   */
  Optional<String> token();

  /** For how many days spans are kept after the day they began on. */
  @WithDefault("14")
  int keepDays();

  /** Bytes of one request, before and after it is inflated. */
  @WithDefault("8M")
  MemorySize requestBytes();

  /** Spans that may wait to be written; more are refused until there is room. */
  @WithDefault("50000")
  int queueSpans();

  /** Bytes of spans that may wait to be written. */
  @WithDefault("16M")
  MemorySize queueBytes();

  /** Spans that are written in one transaction. */
  @WithDefault("5000")
  int batch();
}
