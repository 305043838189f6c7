package dev.deckmill.tracestore.jaeger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** Where Jaeger is answered. */
@ConfigMapping(prefix = "deckmill.jaeger")
interface JaegerConfig {
  /**
   * The port on which this service is Jaeger's storage, by gRPC; unless set, none is opened. Who
   * may come in is up to {@code deckmill.spans.token}.
   */
  OptionalInt port();

  /** The address on which that port is opened. */
  @WithDefault("127.0.0.1")
  String host();
}
