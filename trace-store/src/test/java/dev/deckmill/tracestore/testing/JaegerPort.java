package dev.deckmill.tracestore.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Has the port opened on which Jaeger asks; any that is free. */
public final class JaegerPort implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of("deckmill.jaeger.port", "0");
  }

  @Override
  public void stop() {
    // The service closes it.
  }
}
