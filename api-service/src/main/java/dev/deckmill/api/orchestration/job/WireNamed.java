package dev.deckmill.api.orchestration.job;

import java.util.stream.Stream;

/** A choice that has a name of its own in requests and rows. */
public interface WireNamed {
  /** Its name in requests and rows. */
  String wireName();

  /**
   * The choice of a wire name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <E extends Enum<E> & WireNamed> E of(Class<E> choices, String wireName) {
    return Stream.of(choices.getEnumConstants())
        .filter(choice -> choice.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such choice: " + wireName));
  }
}
