package dev.deckmill.converter.pool;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be logged of a line that a child wrote. A line is kept by its shape: a frame, the head
 * of a stack trace without its message, which may quote the page, or a report of the JVM's own.
 * Anything else may be page content and is dropped.
 */
final class TraceLine {
  private static final Pattern FRAME =
      Pattern.compile(
          "\\s*at [\\w.$/<>@-]+\\((Native Method|Unknown Source|[\\w$.-]+(:\\d+)?)\\)\\s*");
  private static final Pattern MORE_FRAMES = Pattern.compile("\\s*\\.\\.\\. \\d+ more\\s*");
  private static final Pattern HEAD =
      Pattern.compile(
          "\\s*(Exception in thread \"[^\"]*\" )?((?:Caused by: |Suppressed: )?"
              + "(?:[a-z_]\\w*\\.)+[A-Z][\\w$]*(?:Exception|Error))(:.*)?\\s*");
  private static final Pattern OF_THE_JVM =
      Pattern.compile(
          "Terminating due to java\\.lang\\.OutOfMemoryError: [\\w ]+"
              + "|# {1,2}(SIG[A-Z]+ |Internal Error |[CVJjA] )[\\w \\[\\](){}.,:;+=/<>$!~*-]*");

  private TraceLine() {}

  /** The line without what may be page content; nothing if it has no other shape. */
  static Optional<String> safe(String line) {
    Matcher head = HEAD.matcher(line);
    if (head.matches()) {
      return Optional.of(head.group(2));
    }
    return FRAME.matcher(line).matches()
            || MORE_FRAMES.matcher(line).matches()
            || OF_THE_JVM.matcher(line).matches()
        ? Optional.of(line.stripTrailing())
        : Optional.empty();
  }
}
