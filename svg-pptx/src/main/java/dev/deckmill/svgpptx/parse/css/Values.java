package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.ColorContext;
import dev.deckmill.svgpptx.parse.value.ColorParser;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.PathParser;
import dev.deckmill.svgpptx.parse.value.TransformParser;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import dev.deckmill.svgpptx.parse.value.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Separates valid values from invalid ones, which the cascade passes over (CSS Cascade 4 §4.1). */
final class Values {
  private static final Units ANY_UNITS =
      new Units(Units.MEDIUM, Units.MEDIUM, Units.MEDIUM, Units.MEDIUM);

  /** Layout reads a value again and again: what no tool writes must not cost that much. */
  private static final int MOST_OF_BOXES = 2_000;

  private static final Set<String> FILTER_FUNCTIONS =
      Set.of(
          "blur",
          "brightness",
          "contrast",
          "drop-shadow",
          "grayscale",
          "hue-rotate",
          "invert",
          "opacity",
          "saturate",
          "sepia",
          "url",
          "src");
  private static final Set<String> CLIP_SHAPES =
      Set.of("inset", "rect", "xywh", "circle", "ellipse", "polygon", "path");
  private static final Set<String> CLIP_BOXES =
      Set.of(
          "border-box",
          "padding-box",
          "content-box",
          "margin-box",
          "fill-box",
          "stroke-box",
          "view-box");
  private static final Set<String> ORIGIN_WORDS =
      Set.of("left", "right", "top", "bottom", "center");

  /** Pages have few colours and many elements. */
  private final Map<String, Boolean> paints = new HashMap<>();

  /** The value, or one that can only be judged with its variables in place; null: invalid. */
  @Nullable String computable(Property property, String written) {
    if (property.ofHtmlAlone() && written.length() > MOST_OF_BOXES) {
      return null;
    }
    return isWide(written) || Variables.isIn(written) ? written : normalize(property, written);
  }

  /** The value, trimmed; keywords in lower case; null where it is invalid. */
  @Nullable String normalize(Property property, String written) {
    String value = trim(written);
    return switch (property.kind()) {
      case ANY -> value;
      case KEYWORD -> keyword(property, value);
      case WORDS -> areWords(property, value) ? value : null;
      case COLOR -> isColor(value) ? value : null;
      case PAINT -> isPaint(value) ? value : null;
      case NUMBER -> isKeyword(property, value) || isNumber(value) ? value : null;
      case LENGTH -> value.isEmpty() ? null : length(property, value);
      case SIGNED_LENGTH -> isKeyword(property, value) || isLength(value) ? value : null;
      case LENGTHS ->
          isKeyword(property, value) || (areLengths(value) && !hasNegative(value)) ? value : null;
      case FONT_STYLE -> isFontStyle(value) ? value : null;
      case URL -> isUrl(value) || value.equalsIgnoreCase("none") ? value : null;
      case FILTER -> isFilter(value) ? value : null;
      case CLIP -> isClip(value) ? value : null;
      case TRANSFORM -> TransformParser.parse(value) == null ? null : value;
      case ORIGIN -> isOrigin(value) ? value : null;
      case TRANSLATE -> value.equalsIgnoreCase("none") || areLengths(value) ? value : null;
      case ROTATE -> TransformParser.rotation(value) == null ? null : value;
      case SCALE -> TransformParser.scaling(value) == null ? null : value;
      case PATH -> isPath(value) ? value : null;
    };
  }

  static String trim(String value) {
    int last = value.length() - 1;
    return last >= 0 && (value.charAt(0) <= ' ' || value.charAt(last) <= ' ')
        ? value.strip()
        : value;
  }

  /** The keywords that every property knows (CSS Cascade 5 §7). */
  static boolean isWide(String value) {
    return switch (value.length()) {
      case 5 -> value.equalsIgnoreCase("unset");
      case 6 -> value.equalsIgnoreCase("revert");
      case 7 -> value.equalsIgnoreCase("inherit") || value.equalsIgnoreCase("initial");
      case 12 -> value.equalsIgnoreCase("revert-layer");
      default -> false;
    };
  }

  /** A percentage as a share of 1; NaN where the text is none. */
  static double percentage(String text) {
    String value = text.strip();
    return value.endsWith("%") ? LengthParser.parse(value, ANY_UNITS, 1, Double.NaN) : Double.NaN;
  }

  private static @Nullable String keyword(Property property, String value) {
    if (property.hasKeyword(value)) {
      return value;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    return property.hasKeyword(lower) ? lower : null;
  }

  private static boolean isKeyword(Property property, String value) {
    return !value.isEmpty()
        && Character.isLetter(value.charAt(0))
        && property.hasKeyword(value.toLowerCase(Locale.ROOT));
  }

  private static boolean areWords(Property property, String value) {
    if (property.hasKeyword(value)) {
      return true;
    }
    List<String> words = CssText.words(value.toLowerCase(Locale.ROOT));
    return !words.isEmpty() && words.stream().allMatch(property::hasKeyword);
  }

  private static boolean isNumber(String value) {
    ValueReader in = new ValueReader(value);
    if (Double.isNaN(in.number())) {
      return !Double.isNaN(LengthParser.parse(value, ANY_UNITS, 1, Double.NaN));
    }
    in.take('%');
    return in.atEnd();
  }

  private static @Nullable String length(Property property, String value) {
    double length = LengthParser.parse(value, ANY_UNITS, 1, Double.NaN);
    // what a calculation comes to isn't known here: it depends on the room
    boolean valid = length >= 0 || (!Double.isNaN(length) && value.indexOf('(') >= 0);
    return valid || isKeyword(property, value) ? value : null;
  }

  private static boolean isLength(String value) {
    return !Double.isNaN(LengthParser.parse(value, ANY_UNITS, 1, Double.NaN));
  }

  private static boolean areLengths(String value) {
    ValueReader in = new ValueReader(value);
    in.skipSpace();
    int count = 0;
    while (!in.atEnd()) {
      if (Double.isNaN(LengthParser.next(in, ANY_UNITS, 1))) {
        return false;
      }
      count++;
      in.skipComma();
    }
    return count > 0;
  }

  private static boolean hasNegative(String lengths) {
    return lengths.indexOf('-') >= 0
        && Words.of(lengths).stream()
            .anyMatch(each -> LengthParser.parse(each, ANY_UNITS, 1, Double.NaN) < 0);
  }

  private static boolean isFontStyle(String value) {
    List<String> words = CssText.words(value.toLowerCase(Locale.ROOT));
    return switch (words.isEmpty() ? "" : words.get(0)) {
      case "normal", "italic" -> words.size() == 1;
      case "oblique" ->
          words.size() == 1
              || (words.size() == 2 && !Double.isNaN(TransformParser.angle(words.get(1))));
      default -> false;
    };
  }

  private static boolean isUrl(String value) {
    return value.regionMatches(true, 0, "url(", 0, 4);
  }

  private static boolean isFilter(String value) {
    if (value.equalsIgnoreCase("none")) {
      return true;
    }
    List<String> words = CssText.words(value.replace(")", ") "));
    for (String word : words) {
      int open = word.indexOf('(');
      if (open < 0
          || !FILTER_FUNCTIONS.contains(word.substring(0, open).toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return !words.isEmpty();
  }

  /** {@code none}, a reference, or a shape with perhaps a box that it refers to. */
  private static boolean isClip(String value) {
    if (value.equalsIgnoreCase("none") || isUrl(value)) {
      return true;
    }
    List<String> words = CssText.words(value.toLowerCase(Locale.ROOT));
    int shapes = 0;
    for (String word : words) {
      int open = word.indexOf('(');
      if (open < 0 ? !CLIP_BOXES.contains(word) : !isShape(word, open)) {
        return false;
      }
      shapes += open < 0 ? 0 : 1;
    }
    return shapes == 1 ? words.size() <= 2 : shapes == 0 && words.size() == 1;
  }

  private static boolean isShape(String word, int open) {
    return CLIP_SHAPES.contains(word.substring(0, open))
        && CssText.blockEnd(word, open, word.length()) == word.length();
  }

  private static boolean isOrigin(String value) {
    List<String> words = CssText.words(value.toLowerCase(Locale.ROOT));
    return !words.isEmpty()
        && words.size() <= 3
        && words.stream().allMatch(word -> ORIGIN_WORDS.contains(word) || isLength(word));
  }

  private static boolean isPath(String value) {
    return value.equalsIgnoreCase("none") || PathParser.dataOf(value) != null;
  }

  private boolean isPaint(String value) {
    return switch (value) {
      case "none", "currentColor", "context-fill", "context-stroke" -> true;
      default ->
          paints.computeIfAbsent(
              value, text -> isUrl(text) || text.equalsIgnoreCase("none") || isColor(text));
    };
  }

  private static boolean isColor(String value) {
    return value.equalsIgnoreCase("currentColor")
        || ColorParser.parse(value) != null
        || ColorParser.parse(value, ColorContext.INITIAL) != null;
  }
}
