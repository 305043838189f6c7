package dev.deckmill.allinone.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Ready is what answers 2xx at an address. */
public final class HttpReadiness implements Launch.Readiness {
  private final HttpClient http;
  private final HttpRequest request;

  public HttpReadiness(HttpClient http, URI address) {
    this.http = http;
    this.request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
  }

  @Override
  public boolean ready() throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException notListeningYet) {
      return false;
    }
  }
}
