package dev.deckmill.svgpptx.parse.css;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts custom properties in the place of {@code var()} (CSS Variables 1 §3). */
final class Variables {
  /** Variables that double each other must not fill the memory. */
  private static final int MOST_LENGTH = 1 << 16;

  private static final int MOST_NESTING = 32;

  private final Map<String, String> custom;

  Variables(Map<String, String> custom) {
    this.custom = custom;
  }

  /** The value without {@code var()}; null where one has neither a value nor a fallback. */
  @Nullable String substitute(String value) {
    return substitute(value, 0);
  }

  private @Nullable String substitute(String value, int nesting) {
    int at = value.indexOf("var(");
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
      String replacement = replacement(value.substring(at + 4, close - 1), nesting);
      if (replacement == null || out.length() + replacement.length() > MOST_LENGTH) {
        return null;
      }
      out.append(value, from, at).append(replacement);
      from = close;
      at = value.indexOf("var(", from);
    }
    return out.append(value, from, value.length()).toString();
  }

  private @Nullable String replacement(String inside, int nesting) {
    int comma = CssText.find(inside, 0, inside.length(), ',');
    String value = custom.get(inside.substring(0, comma).strip());
    if (value != null) {
      String resolved = substitute(value, nesting + 1);
      if (resolved != null) {
        return resolved;
      }
    }
    return comma < inside.length()
        ? substitute(inside.substring(comma + 1).strip(), nesting + 1)
        : null;
  }
}
