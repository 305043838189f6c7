package dev.deckmill.converter.child;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints stack traces for the parent's log: without messages, which may quote the page, and so
 * short that what the parent keeps holds the top of each.
 */
final class TraceOutput {
  private static final int MOST_FRAMES = 24;
  private static final int MOST_CAUSES = 4;

  private TraceOutput() {}

  static void print(Throwable failure, PrintStream out) {
    StringBuilder text = new StringBuilder();
    String relation = "";
    @Nullable Throwable next = failure;
    for (int i = 0; next != null && i < MOST_CAUSES; i++) {
      text.append(relation).append(next.getClass().getName()).append('\n');
      frames(next.getStackTrace(), text);
      relation = "Caused by: ";
      next = next.getCause();
    }
    out.print(text);
    out.flush();
  }

  private static void frames(StackTraceElement[] frames, StringBuilder text) {
    int shown = Math.min(frames.length, MOST_FRAMES);
    for (int i = 0; i < shown; i++) {
      text.append("\tat ").append(frames[i]).append('\n');
    }
    if (shown < frames.length) {
      text.append("\t... ").append(frames.length - shown).append(" more\n");
    }
  }
}
