package dev.deckmill.api.web.v1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a file is asked for (RFC 9110 §14). */
sealed interface ByteRange {
  /** All of it: also if several pieces were, or what was asked for is not to be understood. */
  record Whole() implements ByteRange {}

  /**
   * A piece of it.
   *
   * @param first the first byte, from 0
   * @param last the last byte
   */
  record Part(long first, long last) implements ByteRange {
    long length() {
      return last - first + 1;
    }
  }

  /** None of it: what was asked for lies behind its end. */
  record Outside() implements ByteRange {}

  /** A long number of bytes has 19 digits. */
  Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

  /**
   * What a Range header asks for.
   *
   * @param length how long the file is, from 1
   */
  static ByteRange of(@Nullable String header, long length) {
    Matcher asked = ONE.matcher(header == null ? "" : header);
    if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
      return new Whole();
    }
    if (asked.group(1).isEmpty()) {
      long suffix = Long.parseLong(asked.group(2));
      return suffix == 0 ? new Outside() : new Part(Math.max(0, length - suffix), length - 1);
    }
    long first = Long.parseLong(asked.group(1));
    long last = asked.group(2).isEmpty() ? length - 1 : Long.parseLong(asked.group(2));
    if (last < first) {
      return asked.group(2).isEmpty() ? new Outside() : new Whole();
    }
    return first >= length ? new Outside() : new Part(first, Math.min(last, length - 1));
  }
}
