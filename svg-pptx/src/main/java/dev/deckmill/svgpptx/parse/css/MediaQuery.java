package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.Units;
import java.util.Locale;

/**
 * Media queries (Media Queries 4) for a screen of the page's size in daylight.
 *
 * @param width of the page in user units
 * @param height of the page in user units
 */
record MediaQuery(double width, double height) {
  boolean matches(String list) {
    String queries = list.strip().toLowerCase(Locale.ROOT);
    if (queries.isEmpty()) {
      return true;
    }
    int from = 0;
    while (from < queries.length()) {
      int comma = CssText.find(queries, from, queries.length(), ',');
      if (query(queries.substring(from, comma).strip())) {
        return true;
      }
      from = comma + 1;
    }
    return false;
  }

  private boolean query(String query) {
    boolean negated = query.startsWith("not ");
    String rest = negated ? query.substring(4) : query;
    boolean holds = true;
    int from = 0;
    while (from <= rest.length()) {
      int and = rest.indexOf(" and ", from);
      int end = and < 0 ? rest.length() : and;
      holds &= part(rest.substring(from, end).strip());
      from = end + " and ".length();
    }
    return holds != negated;
  }

  private boolean part(String part) {
    if (part.startsWith("(") && part.endsWith(")")) {
      return feature(part.substring(1, part.length() - 1));
    }
    return switch (part.startsWith("only ") ? part.substring(5).strip() : part) {
      case "all", "screen" -> true;
      default -> false;
    };
  }

  private boolean feature(String feature) {
    int colon = feature.indexOf(':');
    if (colon < 0) {
      return switch (feature.strip()) {
        case "width", "height", "color", "aspect-ratio", "orientation" -> true;
        default -> false;
      };
    }
    String value = feature.substring(colon + 1).strip();
    double length =
        LengthParser.parse(
            value, new Units(Units.MEDIUM, Units.MEDIUM, width, height), Double.NaN, Double.NaN);
    return switch (feature.substring(0, colon).strip()) {
      case "min-width" -> width >= length;
      case "max-width" -> width <= length;
      case "width" -> width == length;
      case "min-height" -> height >= length;
      case "max-height" -> height <= length;
      case "height" -> height == length;
      case "orientation" -> value.equals(width > height ? "landscape" : "portrait");
      case "prefers-color-scheme" -> value.equals("light");
      case "prefers-reduced-motion" -> value.equals("reduce");
      case "prefers-contrast" -> value.equals("no-preference");
      default -> false;
    };
  }
}
