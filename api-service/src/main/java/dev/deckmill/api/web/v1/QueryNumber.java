package dev.deckmill.api.web.v1;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import org.jspecify.annotations.Nullable;

/** A number in the query. */
final class QueryNumber {
  private QueryNumber() {}

  static int of(String name, @Nullable String text, int otherwise, int least, int most) {
    if (text == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw refusal(name, least, most);
    }
    throw refusal(name, least, most);
  }

  private static Refusal refusal(String name, int least, int most) {
    return Refusal.of(
        ErrorType.OPTION_INVALID,
        "%s has to be a whole number from %d to %d.".formatted(name, least, most));
  }
}
