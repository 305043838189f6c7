package dev.deckmill.tracestore.jaeger;

import dev.deckmill.tracestore.otlp.SpansConfig;
import io.grpc.BindableService;
import jakarta.inject.Singleton;
import java.util.List;

/** Everything that Jaeger can ask for. */
@Singleton
final class JaegerServices {
  private final List<BindableService> all;
  private final int requestBytes;

  JaegerServices(
      TraceReaderService traces,
      DependencyReaderService dependencies,
      CapabilitiesService capabilities,
      SpanExportService export,
      SpansConfig config) {
    this.all = List.of(traces, dependencies, capabilities, export);
    this.requestBytes = Math.toIntExact(config.requestBytes().asLongValue());
  }

  List<BindableService> all() {
    return all;
  }

  /** How large a request may be: spans are the largest. */
  int requestBytes() {
    return requestBytes;
  }
}
