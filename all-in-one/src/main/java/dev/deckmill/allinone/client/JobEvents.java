package dev.deckmill.allinone.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What happens to a job, as the API's server-sent events (WHATWG HTML §9.2). */
public final class JobEvents implements AutoCloseable {
  /** The API gives a sign of life four times in this. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final InputStream stream;
  private final BufferedReader lines;
  private final ObjectMapper json;
  private final AtomicLong lastReceived = new AtomicLong(System.nanoTime());
  private final Thread watch;

  JobEvents(InputStream stream, ObjectMapper json) {
    this.stream = stream;
    this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    this.json = json;
    this.watch = Thread.ofPlatform().daemon().name("job-events-watch").start(this::watch);
  }

  /**
   * Something that happened.
   *
   * @param id what to go on after, should the connection break
   * @param state where the job is now; null if that did not change
   * @param pages how many pages are in which state
   */
  public record Event(String id, @Nullable String state, Job.@Nullable PageCounts pages) {}

  /** The fields of an event that are shown. */
  private record Body(@Nullable String state, Job.@Nullable PageCounts pages) {}

  /**
   * Waits for the next one; nothing if the stream is at its end.
   *
   * @throws IOException if the connection broke, or nothing was received for a minute
   */
  public Optional<Event> next() throws IOException {
    String id = "";
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      lastReceived.set(System.nanoTime());
      if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring(5));
      } else if (line.isEmpty() && !data.isEmpty()) {
        Body body = json.readValue(data.toString(), Body.class);
        return Optional.of(new Event(id, body.state(), body.pages()));
      }
    }
    return Optional.empty();
  }

  /** A connection that died without a word would be read from for ever. */
  private void watch() {
    try {
      long left = SILENCE.toNanos();
      while (left > 0) {
        Thread.sleep(Duration.ofNanos(left));
        left = lastReceived.get() + SILENCE.toNanos() - System.nanoTime();
      }
      stream.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    stream.close();
  }
}
