package dev.deckmill.api.web.trace;

import dev.deckmill.api.ApiConfig;
import java.util.Optional;

/** Where Jaeger shows a trace; nowhere, unless somebody has said where its pages are. */
final class JaegerLink {
  private JaegerLink() {}

  static Optional<String> to(ApiConfig config, String traceId) {
    return config.jaegerUi().map(ui -> ui.toString().replaceFirst("/+$", "") + "/trace/" + traceId);
  }
}
