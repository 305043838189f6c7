package dev.deckmill.svgpptx.parse.atrule;

import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.Units;
import java.util.List;
import java.util.Locale;

/**
 * Media queries (Media Queries 4, 5) for a screen of the page's size in daylight.
 *
 * @param width of the page in user units
 * @param height of the page in user units
 */
public record MediaQuery(double width, double height) {
  private static final int MOST_NESTING = 16;

  public boolean matches(String list) {
    String queries = list.strip().toLowerCase(Locale.ROOT);
    return queries.isEmpty() || CssText.list(queries).stream().anyMatch(this::query);
  }

  /** A media type, with conditions or without, or conditions alone (§3). */
  private boolean query(String query) {
    List<String> words = CssText.words(query.replace(")", ") ").replace("(", " ("));
    if (words.isEmpty()) {
      return false;
    }
    boolean negated = words.get(0).equals("not");
    boolean prefixed = negated || words.get(0).equals("only");
    List<String> rest = prefixed ? words.subList(1, words.size()) : words;
    if (rest.isEmpty() || rest.get(0).startsWith("(")) {
      return condition(words, 0);
    }
    boolean holds = rest.get(0).equals("all") || rest.get(0).equals("screen");
    if (rest.size() > 2 && rest.get(1).equals("and")) {
      holds &= condition(rest.subList(2, rest.size()), 0);
    } else if (rest.size() != 1) {
      return false;
    }
    return holds != negated;
  }

  private boolean condition(List<String> words, int nesting) {
    if (words.isEmpty() || nesting > MOST_NESTING) {
      return false;
    }
    if (words.get(0).equals("not")) {
      return words.size() == 2 && !term(words.get(1), nesting);
    }
    boolean holds = term(words.get(0), nesting);
    for (int i = 1; i + 1 < words.size(); i += 2) {
      boolean next = term(words.get(i + 1), nesting);
      holds = words.get(i).equals("or") ? (holds || next) : (holds && next);
    }
    return holds;
  }

  private boolean term(String term, int nesting) {
    if (!term.startsWith("(") || !term.endsWith(")")) {
      return false;
    }
    String inside = term.substring(1, term.length() - 1).strip();
    boolean condition = inside.startsWith("(") || inside.startsWith("not ");
    return condition
        ? condition(CssText.words(inside), nesting + 1)
        : inside.matches("[^<>=]*") ? feature(inside) : range(inside);
  }

  /** {@code 100px <= width < 200px} (§2.4.3). */
  private boolean range(String text) {
    String[] sides = text.split("[<>]=?|=", -1);
    boolean holds = sides.length == 2 || sides.length == 3;
    int at = 0;
    for (int i = 0; i + 1 < sides.length && holds; i++) {
      at += sides[i].length();
      boolean orEqual = text.startsWith("=", at) || text.startsWith("=", at + 1);
      char sign = text.charAt(at);
      at += text.startsWith("=", at + 1) ? 2 : 1;
      holds = compare(value(sides[i]), sign, orEqual, value(sides[i + 1]));
    }
    return holds;
  }

  private static boolean compare(double left, char sign, boolean orEqual, double right) {
    if (orEqual && left == right) {
      return true;
    }
    return sign == '<' ? left < right : sign == '>' && left > right;
  }

  private double value(String text) {
    String side = text.strip();
    return switch (side) {
      case "width", "device-width", "inline-size" -> width;
      case "height", "device-height", "block-size" -> height;
      case "aspect-ratio", "device-aspect-ratio" -> width / height;
      case "resolution" -> 1;
      case "color" -> 8;
      case "monochrome", "color-index" -> 0;
      default -> quantity(side);
    };
  }

  /** A length in user units, a ratio, a resolution in dots per unit, or a number. */
  private double quantity(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        ? single(text.substring(0, slash).strip()) / single(text.substring(slash + 1).strip())
        : single(text);
  }

  private double single(String text) {
    for (String unit : List.of("dppx", "dpi", "dpcm")) {
      if (text.endsWith(unit)) {
        double dots = number(text.substring(0, text.length() - unit.length()));
        return unit.equals("dpi") ? dots / 96 : unit.equals("dpcm") ? dots * 2.54 / 96 : dots;
      }
    }
    return number(text);
  }

  private double number(String text) {
    return LengthParser.parse(
        text, new Units(Units.MEDIUM, Units.MEDIUM, width, height), Double.NaN, Double.NaN);
  }

  private boolean feature(String feature) {
    int colon = feature.indexOf(':');
    String name = colon < 0 ? feature : feature.substring(0, colon).strip();
    String value = colon < 0 ? "" : feature.substring(colon + 1).strip();
    if (colon >= 0 && (name.startsWith("min-") || name.startsWith("max-"))) {
      char sign = name.startsWith("min-") ? '>' : '<';
      return compare(value(name.substring(4)), sign, true, quantity(value));
    }
    String own = keyword(name);
    if (!own.isEmpty()) {
      return value.isEmpty()
          ? !List.of("none", "0", "no-preference").contains(own)
          : own.equals(value);
    }
    double number = value(name);
    return value.isEmpty() ? number > 0 : number == quantity(value);
  }

  /** What a screen in daylight is, with a mouse that nobody moves; empty for other features. */
  private String keyword(String name) {
    return switch (name) {
      case "orientation" -> width > height ? "landscape" : "portrait";
      case "prefers-color-scheme" -> "light";
      case "prefers-contrast",
          "prefers-reduced-motion",
          "prefers-reduced-transparency",
          "prefers-reduced-data" ->
          "no-preference";
      case "hover", "any-hover" -> "hover";
      case "pointer", "any-pointer" -> "fine";
      case "update" -> "fast";
      case "scripting", "forced-colors", "inverted-colors" -> "none";
      case "color-gamut" -> "srgb";
      case "dynamic-range", "video-dynamic-range" -> "standard";
      case "display-mode" -> "browser";
      case "grid" -> "0";
      default -> "";
    };
  }
}
