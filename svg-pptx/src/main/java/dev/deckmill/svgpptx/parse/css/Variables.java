package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts custom properties in the place of {@code var()} (CSS Variables 1 §3), and what is around the
 * page in the place of {@code env()} (CSS Environment Variables 1 §3).
 */
final class Variables {
  /** Variables that double each other must not fill the memory. */
  private static final int MOST_LENGTH = 1 << 16;

  private static final int MOST_NESTING = 32;

  private final Function<String, @Nullable String> custom;
  private final Map<String, String> initial;

  Variables(Map<String, String> custom, Map<String, String> initial) {
    this(custom::get, initial);
  }

  /**
   * @param custom the value of a property, or null
   * @param initial what registered properties are where they have no value
   */
  Variables(Function<String, @Nullable String> custom, Map<String, String> initial) {
    this.custom = custom;
    this.initial = initial;
  }

  /** Whether there is something to substitute in a value. */
  static boolean isIn(String value) {
    return next(value, 0) >= 0;
  }

  /** The value with both in place; null where one has neither a value nor a fallback. */
  @Nullable String substitute(String value) {
    return substitute(value, 0);
  }

  private static int next(String value, int from) {
    for (int open = value.indexOf('(', from); open >= 0; open = value.indexOf('(', open + 1)) {
      int at = open - 3;
      if (at >= from
          && (value.regionMatches(true, at, "var", 0, 3)
              || value.regionMatches(true, at, "env", 0, 3))) {
        return at;
      }
    }
    return -1;
  }

  private @Nullable String substitute(String value, int nesting) {
    int at = next(value, 0);
    if (at < 0) {
      return value;
    }
    if (nesting > MOST_NESTING) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (at >= 0) {
      int close = CssText.blockEnd(value, at + 3, value.length());
      boolean closed = value.charAt(close - 1) == ')' && close > at + 4;
      String inside = value.substring(at + 4, closed ? close - 1 : close);
      String replacement = replacement(inside, value.regionMatches(true, at, "env", 0, 3), nesting);
      if (replacement == null || out.length() + replacement.length() > MOST_LENGTH) {
        return null;
      }
      out.append(value, from, at).append(replacement);
      from = close;
      at = next(value, from);
    }
    return out.append(value, from, value.length()).toString();
  }

  private @Nullable String replacement(String inside, boolean ofEnvironment, int nesting) {
    int comma = CssText.find(inside, 0, inside.length(), ',');
    String name = inside.substring(0, comma).strip();
    String value = ofEnvironment ? environment(name) : custom.apply(name);
    if (value == null && !ofEnvironment) {
      value = initial.get(name);
    }
    if (value != null) {
      return value; // computed where it was declared
    }
    return comma < inside.length()
        ? substitute(inside.substring(comma + 1).strip(), nesting + 1)
        : null;
  }

  /** A page has no notch and no keyboard over it. */
  private static @Nullable String environment(String name) {
    boolean inset = name.startsWith("safe-area-") || name.startsWith("keyboard-inset-");
    return inset ? "0px" : null;
  }
}
