package dev.deckmill.api.web.trace;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.stage.PageBars.Range;
import dev.deckmill.contracts.ErrorType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages in the query, {@code 7-12} or {@code 7}. */
final class PageRange {
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})(?:-([0-9]{1,6}))?");

  private PageRange() {}

  static Range of(String text, int most) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw invalid(most);
    }
    int first = Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
    if (first < 1 || last < first || last - first >= most) {
      throw invalid(most);
    }
    return new Range(first, last);
  }

  private static Refusal invalid(int most) {
    return Refusal.of(
        ErrorType.OPTION_INVALID,
        "pages has to be from one page to a later one, at most %d of them, such as 1-20."
            .formatted(most));
  }
}
