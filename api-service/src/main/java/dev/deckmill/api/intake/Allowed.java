package dev.deckmill.api.intake;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.util.List;
import java.util.Map;

/** Options that have one of a few values. */
final class Allowed {
  private Allowed() {}

  /**
   * A field's value.
   *
   * @param allowed its values; the first one is the default
   * @throws Refusal if it has another one
   */
  static String of(List<String> allowed, String name, Map<String, String> fields) {
    String value = fields.getOrDefault(name, allowed.getFirst());
    if (!allowed.contains(value)) {
      throw not(name, value, String.join(", ", allowed));
    }
    return value;
  }

  static Refusal not(String name, String value, String allowed) {
    return Refusal.of(
        ErrorType.OPTION_INVALID,
        "%s can't be \"%s\"; allowed are %s.".formatted(name, Quoted.cut(value), allowed));
  }
}
