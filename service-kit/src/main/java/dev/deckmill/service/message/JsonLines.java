package dev.deckmill.service.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/** Lists in blobs: JSON lines, one thing a line. */
final class JsonLines {
  /** Takes one thing after the other. */
  @FunctionalInterface
  interface Sink<T> {
    void accept(T one) throws IOException;
  }

  private JsonLines() {}

  static InputStream write(Iterable<? extends Record> all) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Record one : all) {
      lines.writeBytes(Wire.write(one));
      lines.write('\n');
    }
    return new ByteArrayInputStream(lines.toByteArray());
  }

  /** Hands each to {@code sink}, without having two in memory, and returns how many there were. */
  static <T extends Record> int read(InputStream list, Class<T> type, Sink<T> sink)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(list, UTF_8));
    int count = 0;
    for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
      sink.accept(Wire.read(line.getBytes(UTF_8), type));
      count++;
    }
    return count;
  }
}
