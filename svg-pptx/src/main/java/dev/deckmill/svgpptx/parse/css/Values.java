package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.ColorParser;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Separates valid values from invalid ones, which the cascade passes over (CSS Cascade 4 §4.1). */
final class Values {
  private static final Units ANY_UNITS =
      new Units(Units.MEDIUM, Units.MEDIUM, Units.MEDIUM, Units.MEDIUM);

  /** Pages have few colours and many elements. */
  private final Map<String, Boolean> paints = new HashMap<>();

  /** The value, trimmed; keywords in lower case; null where it is invalid. */
  @Nullable String normalize(Property property, String written) {
    String value = trim(written);
    return switch (property.kind()) {
      case ANY -> value;
      case KEYWORD -> keyword(property, value);
      case COLOR -> isColor(value) ? value : null;
      case PAINT -> isPaint(value) ? value : null;
      case NUMBER -> isNumber(value) ? value : null;
      case LENGTH, FONT_SIZE -> value.isEmpty() ? null : length(property, value);
    };
  }

  static String trim(String value) {
    int last = value.length() - 1;
    return last >= 0 && (value.charAt(0) <= ' ' || value.charAt(last) <= ' ')
        ? value.strip()
        : value;
  }

  private static @Nullable String keyword(Property property, String value) {
    if (property.hasKeyword(value)) {
      return value;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    return property.hasKeyword(lower) ? lower : null;
  }

  private static boolean isNumber(String value) {
    ValueReader in = new ValueReader(value);
    if (Double.isNaN(in.number())) {
      return !Double.isNaN(LengthParser.parse(value, ANY_UNITS, 1, Double.NaN));
    }
    return in.atEnd() || value.charAt(value.length() - 1) == '%';
  }

  private static @Nullable String length(Property property, String value) {
    if (property == Property.FONT_SIZE && Character.isLetter(value.charAt(0))) {
      return value;
    }
    double length = LengthParser.parse(value, ANY_UNITS, 1, Double.NaN);
    return length >= 0 ? value : null;
  }

  private boolean isPaint(String value) {
    return switch (value) {
      case "none", "currentColor", "context-fill", "context-stroke" -> true;
      default ->
          paints.computeIfAbsent(
              value,
              text ->
                  text.regionMatches(true, 0, "url(", 0, 4)
                      || text.equalsIgnoreCase("none")
                      || isColor(text));
    };
  }

  private static boolean isColor(String value) {
    return value.equalsIgnoreCase("currentColor") || ColorParser.parse(value) != null;
  }
}
