package dev.deckmill.api.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client that follows a job, and may drop out whenever it likes. */
public final class EventStream implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpResponse<InputStream> answer;
  private final BufferedReader lines;
  private final List<String> comments = new ArrayList<>();

  /** What was told; {@code id} is its number. */
  public record Event(long id, String name, String data) {}

  private EventStream(URI address, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + Client.KEY);
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    this.answer = http.send(request.build(), BodyHandlers.ofInputStream());
    this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  /** Begins to follow a job on a server. */
  public static EventStream open(URI server, String jobId, @Nullable String lastEventId) {
    try {
      return new EventStream(server.resolve("/v1/jobs/" + jobId + "/events"), lastEventId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public int status() {
    return answer.statusCode();
  }

  /** A header of the answer. */
  public Optional<String> header(String name) {
    return answer.headers().firstValue(name);
  }

  /** The next event; nothing if the server has ended the stream. */
  public Optional<Event> next() {
    long id = -1;
    String name = "";
    StringBuilder data = new StringBuilder();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          comments.add(line.substring(1));
        } else if (line.startsWith("id:")) {
          id = Long.parseLong(line.substring(3).strip());
        } else if (line.startsWith("event:")) {
          name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5));
        } else if (line.isEmpty() && !data.isEmpty()) {
          return Optional.of(new Event(id, name, data.toString()));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All events up to the end of the stream. */
  public List<Event> rest() {
    List<Event> all = new ArrayList<>();
    for (Optional<Event> next = next(); next.isPresent(); next = next()) {
      all.add(next.get());
    }
    return all;
  }

  /** Comments so far. */
  public List<String> comments() {
    return List.copyOf(comments);
  }

  /** Drops the connection. */
  @Override
  public void close() {
    http.shutdownNow();
  }
}
