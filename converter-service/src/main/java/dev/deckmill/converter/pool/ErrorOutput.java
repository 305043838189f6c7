package dev.deckmill.converter.pool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The end of what a child wrote to its standard error, as far as it is safe to log: see {@link
 * TraceLine}. Bounded, whatever the child writes. For two threads: one reads, one asks.
 */
final class ErrorOutput {
  /** The rest of a longer line is dropped; no line of a stack trace comes near. */
  static final int LONGEST_LINE_BYTES = 1_000;

  /** A child's own traces are shorter, see {@code TraceOutput}. */
  static final int KEPT_CHARS = 8 << 10;

  private static final int BUFFER_BYTES = 1 << 13;

  private final Deque<String> kept = new ArrayDeque<>();
  private int keptChars;

  /**
   * Reads until the stream ends.
   *
   * @param lines gets each line as it comes, without its end and without what is too long
   */
  void readAll(InputStream stream, Consumer<String> lines) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    Line line = new Line();
    try (stream) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        int from = 0;
        for (int i = 0; i < count; i++) {
          if (buffer[i] == '\n') {
            line.add(buffer, from, i);
            end(line, lines);
            from = i + 1;
          }
        }
        line.add(buffer, from, count);
      }
      if (line.length > 0) {
        end(line, lines);
      }
    }
  }

  private void end(Line line, Consumer<String> lines) {
    String text = line.take();
    TraceLine.safe(text).ifPresent(this::keep);
    lines.accept(text);
  }

  /** The beginning of the line that is being read. */
  private static final class Line {
    private final byte[] bytes = new byte[LONGEST_LINE_BYTES];
    private int length;

    void add(byte[] more, int from, int to) {
      int taken = Math.min(to - from, bytes.length - length);
      System.arraycopy(more, from, bytes, length, taken);
      length += taken;
    }

    String take() {
      String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
      length = 0;
      return text;
    }
  }

  private synchronized void keep(String line) {
    kept.add(line);
    keptChars += line.length() + 1;
    while (keptChars > KEPT_CHARS) {
      keptChars -= kept.remove().length() + 1;
    }
  }

  /** Forgets what pages before this one have left. */
  synchronized void clear() {
    kept.clear();
    keptChars = 0;
  }

  /** The last lines, at most {@link #KEPT_CHARS} characters of them; empty if there are none. */
  synchronized String text() {
    return String.join("\n", kept);
  }
}
