package dev.deckmill.api.web.v1;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** The connection that the present request came by. */
@Singleton
final class ClientConnection {
  private final CurrentVertxRequest request;

  ClientConnection(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Closes it when the answer is on its way; a connection of HTTP/2 has other requests as well. */
  void closeAfterAnswer() {
    RoutingContext current = request.getCurrent();
    if (current.request().version() == HttpVersion.HTTP_2) {
      return;
    }
    current.response().putHeader(HttpHeaders.CONNECTION, "close");
    current.addEndHandler(answered -> current.request().connection().close());
  }
}
