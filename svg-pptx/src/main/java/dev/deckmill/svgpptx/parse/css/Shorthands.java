package dev.deckmill.svgpptx.parse.css;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Shorthand properties (CSS Cascade 5 §3.1), those of boxes too, and names others go by. */
final class Shorthands {
  private static final List<Property> TEXT_KEEPING =
      List.of(Property.DIRECTION, Property.UNICODE_BIDI, Property.XML_SPACE, Property.XML_LANG);

  private Shorthands() {}

  static boolean has(String name) {
    return switch (name) {
      case "font",
          "marker",
          "all",
          "animation",
          "-webkit-animation",
          "background",
          "-webkit-clip-path",
          "-webkit-filter",
          "-webkit-mask",
          "-webkit-mask-image",
          "mask-image",
          "overflow-x",
          "overflow-y",
          "-webkit-transform",
          "-webkit-transform-origin",
          "-webkit-opacity",
          "-webkit-writing-mode" ->
          true;
      default -> name.startsWith("-webkit-animation-") || BoxShorthand.has(name);
    };
  }

  /** Gives the longhands to {@code out}; false where the value is not understood. */
  static boolean expand(String name, String value, BiConsumer<Property, String> out) {
    switch (name) {
      case "font" -> {
        return FontShorthand.expand(value, out);
      }
      case "animation", "-webkit-animation" -> {
        return AnimationShorthand.expand(value, out);
      }
      case "background" -> {
        return BackgroundShorthand.expand(value, out);
      }
      case "all" -> {
        return all(value, out);
      }
      case "marker" -> {
        out.accept(Property.MARKER_START, value);
        out.accept(Property.MARKER_MID, value);
        out.accept(Property.MARKER_END, value);
      }
      case "-webkit-mask", "-webkit-mask-image", "mask-image" -> out.accept(Property.MASK, value);
      case "overflow-x", "overflow-y" -> out.accept(Property.OVERFLOW, value);
      default -> {
        if (BoxShorthand.expand(name, value, out)) {
          return true;
        }
        Property property = Property.named(name.substring(name.indexOf('-', 1) + 1));
        if (property != null) {
          out.accept(property, value);
        }
      }
    }
    return true;
  }

  private static boolean all(String value, BiConsumer<Property, String> out) {
    if (!Values.isWide(value.toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (Property property : Property.values()) {
      if (!TEXT_KEEPING.contains(property) && property != Property.MOTION) {
        out.accept(property, value);
      }
    }
    return true;
  }
}
