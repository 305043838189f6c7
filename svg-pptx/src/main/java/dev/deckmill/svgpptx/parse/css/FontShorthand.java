package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code font: style variant weight stretch size/line-height family} (CSS Fonts 4 §2.7). */
final class FontShorthand {
  private static final List<Property> BEFORE_SIZE =
      List.of(
          Property.FONT_STYLE, Property.FONT_VARIANT, Property.FONT_WEIGHT, Property.FONT_STRETCH);
  private static final Pattern WEIGHT = Pattern.compile("[1-9]\\d{0,2}|1000");
  private static final Set<String> STRETCHES =
      Set.of(
          "ultra-condensed",
          "extra-condensed",
          "condensed",
          "semi-condensed",
          "semi-expanded",
          "expanded",
          "extra-expanded",
          "ultra-expanded");

  private FontShorthand() {}

  static boolean expand(String value, BiConsumer<Property, String> out) {
    if (Values.isWide(value)) {
      BEFORE_SIZE.forEach(property -> out.accept(property, value));
      out.accept(Property.FONT_SIZE, value);
      out.accept(Property.FONT_FAMILY, value);
      return true;
    }
    Map<Property, String> given = new EnumMap<>(Property.class);
    BEFORE_SIZE.forEach(property -> given.put(property, "normal"));
    int at = 0;
    while (at < value.length()) {
      int end = CssText.find(value, at, value.length(), ' ');
      String word = value.substring(at, end).toLowerCase(Locale.ROOT);
      Property property = property(word);
      if (property != null) {
        given.put(property, word);
      } else if (!word.isEmpty() && !word.equals("normal")) {
        return size(value, at, out) && all(given, out);
      }
      at = end + 1;
    }
    return false;
  }

  private static boolean all(Map<Property, String> given, BiConsumer<Property, String> out) {
    given.forEach(out);
    return true;
  }

  /** Whose keyword a word is; null for normal, which is every one's, and for what is a size. */
  private static @Nullable Property property(String word) {
    return switch (word) {
      case "italic", "oblique" -> Property.FONT_STYLE;
      case "small-caps" -> Property.FONT_VARIANT;
      case "bold", "bolder", "lighter" -> Property.FONT_WEIGHT;
      default ->
          WEIGHT.matcher(word).matches()
              ? Property.FONT_WEIGHT
              : STRETCHES.contains(word) ? Property.FONT_STRETCH : null;
    };
  }

  /** Size, perhaps a line height, then the families. */
  private static boolean size(String value, int from, BiConsumer<Property, String> out) {
    int end = CssText.find(value, from, value.length(), ' ');
    String size = value.substring(from, end);
    String families = value.substring(end).strip();
    String lineHeight = "normal";
    int slash = size.indexOf('/');
    if (slash >= 0) {
      lineHeight = size.substring(slash + 1);
      if (lineHeight.isEmpty()) {
        lineHeight = firstWord(families);
        families = afterWord(families);
      }
      size = size.substring(0, slash);
    } else if (families.startsWith("/")) {
      families = families.substring(1).strip();
      lineHeight = firstWord(families);
      families = afterWord(families);
    }
    if (!families.isEmpty() && FontSize.isValid(size)) {
      out.accept(Property.FONT_SIZE, size);
      out.accept(Property.FONT_FAMILY, families);
      out.accept(Property.LINE_HEIGHT, lineHeight);
      return true;
    }
    return false;
  }

  private static String firstWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  private static String afterWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? "" : text.substring(space).strip();
  }
}
