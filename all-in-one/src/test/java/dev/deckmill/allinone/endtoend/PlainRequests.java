package dev.deckmill.allinone.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The API as it is used by whoever has no client of ours. */
final class PlainRequests implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;
  private final String key;

  PlainRequests(URI api, String key) {
    this.api = api;
    this.key = key;
  }

  HttpResponse<String> post(String path, String type, byte[] body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return answer(path, request);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return answer(
        path,
        HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", "Bearer " + key));
  }

  private HttpResponse<String> answer(String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  @Override
  public void close() {
    http.close();
  }
}
