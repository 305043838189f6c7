package dev.deckmill.tracestore.otlp;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Optional;

/** A configuration that is not read. */
record FixedSpansConfig(Optional<String> token, int queueSpans, long queue) implements SpansConfig {
  static FixedSpansConfig withToken(String token) {
    return new FixedSpansConfig(Optional.of(token), 10, 1_000);
  }

  static FixedSpansConfig ofQueue(int spans, long bytes) {
    return new FixedSpansConfig(Optional.empty(), spans, bytes);
  }

  @Override
  public boolean enabled() {
    return true;
  }

  @Override
  public int keepDays() {
    return 14;
  }

  @Override
  public MemorySize requestBytes() {
    return new MemorySize(BigInteger.valueOf(1_000));
  }

  @Override
  public MemorySize queueBytes() {
    return new MemorySize(BigInteger.valueOf(queue));
  }

  @Override
  public int batch() {
    return 100;
  }
}
