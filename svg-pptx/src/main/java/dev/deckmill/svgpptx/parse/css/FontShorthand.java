package dev.deckmill.svgpptx.parse.css;

import java.util.Locale;
import java.util.function.BiConsumer;

/** {@code font: style variant weight stretch size/line-height family} (CSS Fonts 4 §2.7). */
final class FontShorthand {
  private FontShorthand() {}

  static void expand(String value, BiConsumer<Property, String> out) {
    if (isWide(value)) {
      for (Property property :
          new Property[] {
            Property.FONT_STYLE,
            Property.FONT_VARIANT,
            Property.FONT_WEIGHT,
            Property.FONT_STRETCH,
            Property.FONT_SIZE,
            Property.FONT_FAMILY
          }) {
        out.accept(property, value);
      }
      return;
    }
    String style = "normal";
    String variant = "normal";
    String weight = "normal";
    String stretch = "normal";
    int at = 0;
    int length = value.length();
    while (at < length) {
      int end = CssText.find(value, at, length, ' ');
      String word = value.substring(at, end).toLowerCase(Locale.ROOT);
      switch (word) {
        case "", "normal" -> {
          // says nothing
        }
        case "italic", "oblique" -> style = word;
        case "small-caps" -> variant = word;
        case "bold",
            "bolder",
            "lighter",
            "100",
            "200",
            "300",
            "400",
            "500",
            "600",
            "700",
            "800",
            "900" ->
            weight = word;
        case "ultra-condensed",
            "extra-condensed",
            "condensed",
            "semi-condensed",
            "semi-expanded",
            "expanded",
            "extra-expanded",
            "ultra-expanded" ->
            stretch = word;
        default -> {
          size(value, at, out);
          out.accept(Property.FONT_STYLE, style);
          out.accept(Property.FONT_VARIANT, variant);
          out.accept(Property.FONT_WEIGHT, weight);
          out.accept(Property.FONT_STRETCH, stretch);
          return;
        }
      }
      at = end + 1;
    }
  }

  /** Size, perhaps a line height, then the families. */
  private static void size(String value, int from, BiConsumer<Property, String> out) {
    int end = CssText.find(value, from, value.length(), ' ');
    String size = value.substring(from, end);
    String families = value.substring(end).strip();
    int slash = size.indexOf('/');
    if (slash >= 0) {
      if (slash == size.length() - 1) {
        families = afterWord(families);
      }
      size = size.substring(0, slash);
    } else if (families.startsWith("/")) {
      families = afterWord(families.substring(1).strip());
    }
    if (!families.isEmpty()) {
      out.accept(Property.FONT_SIZE, size);
      out.accept(Property.FONT_FAMILY, families);
    }
  }

  private static String afterWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? "" : text.substring(space).strip();
  }

  private static boolean isWide(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "inherit", "initial", "unset", "revert" -> true;
      default -> false;
    };
  }
}
