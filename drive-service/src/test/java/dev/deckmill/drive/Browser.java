package dev.deckmill.drive;

import dev.deckmill.contracts.connection.ConsentGiven;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person with a browser who agrees on Google's page. */
public final class Browser {
  /** The hash of its cookie. */
  public static final String BROWSER = "b".repeat(64);

  private Browser() {}

  /** Opens the page and gives what it sends the browser back with. */
  public static ConsentGiven agree(String page) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString());
      URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
      Map<String, String> query =
          Stream.of(back.getQuery().split("&", -1))
              .map(pair -> pair.split("=", 2))
              .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
      return new ConsentGiven(
          query.get("state"), query.get("code"), query.get("error"), null, BROWSER);
    }
  }
}
