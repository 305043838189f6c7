package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.animation.Easing;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.TimeParser;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** {@code animation} (CSS Animations 1 §3.9): for each of a list, words in any order. */
final class AnimationShorthand {
  private static final Map<Property, String> INITIAL =
      new EnumMap<>(
          Map.of(
              Property.ANIMATION_DURATION, "0s",
              Property.ANIMATION_TIMING_FUNCTION, "ease",
              Property.ANIMATION_DELAY, "0s",
              Property.ANIMATION_ITERATION_COUNT, "1",
              Property.ANIMATION_DIRECTION, "normal",
              Property.ANIMATION_FILL_MODE, "none",
              Property.ANIMATION_PLAY_STATE, "running",
              Property.ANIMATION_NAME, "none"));

  private AnimationShorthand() {}

  static boolean expand(String value, BiConsumer<Property, String> out) {
    if (Values.isWide(value)) {
      INITIAL.keySet().forEach(property -> out.accept(property, value));
      return true;
    }
    Map<Property, List<String>> lists = new EnumMap<>(Property.class);
    for (String one : CssText.list(value)) {
      Map<Property, String> given = one(one);
      if (given == null) {
        return false;
      }
      INITIAL.forEach(
          (property, initial) ->
              lists
                  .computeIfAbsent(property, key -> new ArrayList<>(1))
                  .add(given.getOrDefault(property, initial)));
    }
    lists.forEach((property, each) -> out.accept(property, String.join(", ", each)));
    return true;
  }

  private static @Nullable Map<Property, String> one(String text) {
    Map<Property, String> given = new EnumMap<>(Property.class);
    for (String word : CssText.words(text)) {
      if (!word.isEmpty()) {
        Property property = property(word, given);
        if (property == null) {
          return null;
        }
        given.put(property, word);
      }
    }
    return given;
  }

  /** Whose value a word is; a keyword is its property's before it is a name. */
  private static @Nullable Property property(String word, Map<Property, String> given) {
    String lower = word.toLowerCase(Locale.ROOT);
    Property property = keyword(lower);
    if (property != null && !given.containsKey(property)) {
      return property;
    }
    if (!Double.isNaN(TimeParser.seconds(lower))) {
      return !given.containsKey(Property.ANIMATION_DURATION)
          ? Property.ANIMATION_DURATION
          : given.containsKey(Property.ANIMATION_DELAY) ? null : Property.ANIMATION_DELAY;
    }
    return given.containsKey(Property.ANIMATION_NAME) ? null : Property.ANIMATION_NAME;
  }

  private static @Nullable Property keyword(String word) {
    return switch (word) {
      case "infinite" -> Property.ANIMATION_ITERATION_COUNT;
      case "normal", "reverse", "alternate", "alternate-reverse" -> Property.ANIMATION_DIRECTION;
      case "none", "forwards", "backwards", "both" -> Property.ANIMATION_FILL_MODE;
      case "running", "paused" -> Property.ANIMATION_PLAY_STATE;
      default -> {
        if (Easing.parse(word) != null) {
          yield Property.ANIMATION_TIMING_FUNCTION;
        }
        boolean number = !word.isEmpty() && "0123456789.".indexOf(word.charAt(0)) >= 0;
        yield number && Double.isNaN(TimeParser.seconds(word))
            ? Property.ANIMATION_ITERATION_COUNT
            : null;
      }
    };
  }
}
