package dev.deckmill.fakedrive;

import dev.deckmill.fakedrive.file.Refusal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Content-Range} header of a request (RFC 9110 §14.4). */
sealed interface ContentRange {
  /** Bytes {@code first} to {@code last}, both included. */
  record Span(long first, long last, OptionalLong total) implements ContentRange {
    long length() {
      return last - first + 1;
    }
  }

  /** No bytes: asks what is there. */
  record Question(OptionalLong total) implements ContentRange {}

  /** Reads the header; none at all means everything in one request. */
  static ContentRange of(Request request) {
    long length =
        request.header("Content-Length").filter(text -> text.matches("[0-9]{1,18}")).stream()
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElse(0);
    return request
        .header("Content-Range")
        .map(header -> parse(header, length))
        .orElseGet(() -> whole(length));
  }

  private static ContentRange whole(long length) {
    OptionalLong total = OptionalLong.of(length);
    return length == 0 ? new Question(total) : new Span(0, length - 1, total);
  }

  private static ContentRange parse(String header, long length) {
    Matcher matcher = Form.PATTERN.matcher(header);
    if (!matcher.matches()) {
      throw Refusal.badRequest("Failed to parse Content-Range header.");
    }
    String whole = matcher.group(4);
    OptionalLong total =
        whole.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(whole));
    if (matcher.group(1).equals("*")) {
      return new Question(total);
    }
    long first = Long.parseLong(matcher.group(2));
    long last = Long.parseLong(matcher.group(3));
    boolean beyond = total.isPresent() && last >= total.getAsLong();
    if (last < first || beyond || last - first + 1 != length) {
      throw Refusal.badRequest("Failed to parse Content-Range header.");
    }
    return new Span(first, last, total);
  }

  /** Holds the pattern, since an interface's fields are public. */
  final class Form {
    private static final Pattern PATTERN =
        Pattern.compile("bytes (\\*|([0-9]{1,18})-([0-9]{1,18}))/(\\*|[0-9]{1,18})");

    private Form() {}
  }
}
