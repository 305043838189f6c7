package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.ColorParser;
import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Shorthands of boxes taken apart (CSS Backgrounds 3, CSS Box 4, CSS Flexbox 1, CSS Grid 1). */
final class BoxShorthand {
  private static final List<Property> MARGIN =
      List.of(
          Property.MARGIN_TOP, Property.MARGIN_RIGHT, Property.MARGIN_BOTTOM, Property.MARGIN_LEFT);
  private static final List<Property> PADDING =
      List.of(
          Property.PADDING_TOP,
          Property.PADDING_RIGHT,
          Property.PADDING_BOTTOM,
          Property.PADDING_LEFT);
  private static final List<Property> INSET =
      List.of(Property.TOP, Property.RIGHT, Property.BOTTOM, Property.LEFT);
  private static final List<Property> BORDER_WIDTH =
      List.of(
          Property.BORDER_TOP_WIDTH,
          Property.BORDER_RIGHT_WIDTH,
          Property.BORDER_BOTTOM_WIDTH,
          Property.BORDER_LEFT_WIDTH);
  private static final List<Property> BORDER_STYLE =
      List.of(
          Property.BORDER_TOP_STYLE,
          Property.BORDER_RIGHT_STYLE,
          Property.BORDER_BOTTOM_STYLE,
          Property.BORDER_LEFT_STYLE);
  private static final List<Property> BORDER_COLOR =
      List.of(
          Property.BORDER_TOP_COLOR,
          Property.BORDER_RIGHT_COLOR,
          Property.BORDER_BOTTOM_COLOR,
          Property.BORDER_LEFT_COLOR);
  private static final List<Property> RADIUS =
      List.of(
          Property.BORDER_TOP_LEFT_RADIUS,
          Property.BORDER_TOP_RIGHT_RADIUS,
          Property.BORDER_BOTTOM_RIGHT_RADIUS,
          Property.BORDER_BOTTOM_LEFT_RADIUS);

  private BoxShorthand() {}

  static boolean has(String name) {
    return expand(name, "", (property, value) -> {});
  }

  /** Gives the longhands of a property to {@code out}; false where it is no shorthand of boxes. */
  static boolean expand(String name, String value, BiConsumer<Property, String> out) {
    switch (name) {
      case "margin" -> sides(MARGIN, CssText.words(value), out);
      case "padding" -> sides(PADDING, CssText.words(value), out);
      case "inset" -> sides(INSET, CssText.words(value), out);
      case "border-width" -> sides(BORDER_WIDTH, CssText.words(value), out);
      case "border-style" -> sides(BORDER_STYLE, CssText.words(value), out);
      case "border-color" -> sides(BORDER_COLOR, CssText.words(value), out);
      case "border-radius" -> sides(RADIUS, CssText.words(upTo(value, '/')), out);
      case "border" -> border(value, 0, 4, out);
      case "border-top" -> border(value, 0, 1, out);
      case "border-right" -> border(value, 1, 2, out);
      case "border-bottom" -> border(value, 2, 3, out);
      case "border-left" -> border(value, 3, 4, out);
      default -> {
        return logical(name, value, out);
      }
    }
    return true;
  }

  /** Those that go by the direction of text (CSS Logical Properties 1 §4). */
  private static boolean logical(String name, String value, BiConsumer<Property, String> out) {
    switch (name) {
      case "margin-inline" -> pair(Property.MARGIN_LEFT, Property.MARGIN_RIGHT, value, out);
      case "margin-block" -> pair(Property.MARGIN_TOP, Property.MARGIN_BOTTOM, value, out);
      case "padding-inline" -> pair(Property.PADDING_LEFT, Property.PADDING_RIGHT, value, out);
      case "padding-block" -> pair(Property.PADDING_TOP, Property.PADDING_BOTTOM, value, out);
      case "inset-inline" -> pair(Property.LEFT, Property.RIGHT, value, out);
      case "inset-block" -> pair(Property.TOP, Property.BOTTOM, value, out);
      case "border-inline" -> {
        border(value, 1, 2, out);
        border(value, 3, 4, out);
      }
      case "border-inline-start" -> border(value, 3, 4, out);
      case "border-inline-end" -> border(value, 1, 2, out);
      case "border-inline-width" -> pair(BORDER_WIDTH.get(3), BORDER_WIDTH.get(1), value, out);
      case "border-inline-style" -> pair(BORDER_STYLE.get(3), BORDER_STYLE.get(1), value, out);
      case "border-inline-color" -> pair(BORDER_COLOR.get(3), BORDER_COLOR.get(1), value, out);
      case "border-block" -> {
        border(value, 0, 1, out);
        border(value, 2, 3, out);
      }
      case "border-block-start" -> border(value, 0, 1, out);
      case "border-block-end" -> border(value, 2, 3, out);
      case "border-block-width" -> pair(BORDER_WIDTH.get(0), BORDER_WIDTH.get(2), value, out);
      case "border-block-style" -> pair(BORDER_STYLE.get(0), BORDER_STYLE.get(2), value, out);
      case "border-block-color" -> pair(BORDER_COLOR.get(0), BORDER_COLOR.get(2), value, out);
      default -> {
        return arrangement(name, value, out);
      }
    }
    return true;
  }

  private static boolean arrangement(String name, String value, BiConsumer<Property, String> out) {
    switch (name) {
      case "flex" -> flex(value, out);
      case "flex-flow" -> flexFlow(value, out);
      case "gap", "grid-gap" -> pair(Property.ROW_GAP, Property.COLUMN_GAP, value, out);
      case "grid-row-gap" -> out.accept(Property.ROW_GAP, value);
      case "grid-column-gap" -> out.accept(Property.COLUMN_GAP, value);
      case "place-items" -> pair(Property.ALIGN_ITEMS, Property.JUSTIFY_ITEMS, value, out);
      case "place-self" -> pair(Property.ALIGN_SELF, Property.JUSTIFY_SELF, value, out);
      case "place-content" -> {
        List<String> words = CssText.words(value);
        if (!words.isEmpty()) {
          out.accept(Property.ALIGN_CONTENT, words.getFirst());
          out.accept(Property.JUSTIFY_CONTENT, words.getLast());
        }
      }
      case "list-style" -> listStyle(value, out);
      case "text-wrap" -> wrap(value, out);
      default -> {
        return GridShorthand.expand(name, value, out);
      }
    }
    return true;
  }

  private static void wrap(String value, BiConsumer<Property, String> out) {
    if (value.equals("nowrap")) {
      out.accept(Property.WHITE_SPACE, value);
    }
  }

  /** One to four values, clockwise from the top. */
  private static void sides(
      List<Property> sides, List<String> words, BiConsumer<Property, String> out) {
    int n = words.size();
    if (n == 0 || n > 4) {
      return;
    }
    out.accept(sides.get(0), words.get(0));
    out.accept(sides.get(1), words.get(n > 1 ? 1 : 0));
    out.accept(sides.get(2), words.get(n > 2 ? 2 : 0));
    out.accept(sides.get(3), words.get(n > 3 ? 3 : n > 1 ? 1 : 0));
  }

  private static void pair(
      Property first, Property second, String value, BiConsumer<Property, String> out) {
    List<String> words = CssText.words(value);
    if (!words.isEmpty()) {
      out.accept(first, words.getFirst());
      out.accept(second, words.getLast());
    }
  }

  private static void border(String value, int from, int to, BiConsumer<Property, String> out) {
    String width = "medium";
    String style = "none";
    String color = "currentColor";
    for (String word : CssText.words(value)) {
      if (isBorderStyle(word)) {
        style = word;
      } else if (isColor(word)) {
        color = word;
      } else {
        width = word;
      }
    }
    for (int side = from; side < to; side++) {
      out.accept(BORDER_WIDTH.get(side), width);
      out.accept(BORDER_STYLE.get(side), style);
      out.accept(BORDER_COLOR.get(side), color);
    }
  }

  private static boolean isBorderStyle(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "none", "hidden", "dotted", "dashed", "solid", "double" -> true;
      case "groove", "ridge", "inset", "outset" -> true;
      default -> false;
    };
  }

  private static boolean isColor(String word) {
    return word.equalsIgnoreCase("currentColor") || ColorParser.parse(word) != null;
  }

  private static void flex(String value, BiConsumer<Property, String> out) {
    List<String> words = CssText.words(value);
    String grow = "1";
    String shrink = "1";
    String basis = "0px";
    switch (value.toLowerCase(Locale.ROOT)) {
      case "none" -> {
        grow = "0";
        shrink = "0";
        basis = "auto";
      }
      case "auto" -> basis = "auto";
      case "initial" -> {
        grow = "0";
        basis = "auto";
      }
      default -> {
        int numbers = 0;
        for (String word : words) {
          if (!isPlainNumber(word)) {
            basis = word;
          } else if (numbers++ == 0) {
            grow = word;
          } else {
            shrink = word;
          }
        }
      }
    }
    out.accept(Property.FLEX_GROW, grow);
    out.accept(Property.FLEX_SHRINK, shrink);
    out.accept(Property.FLEX_BASIS, basis);
  }

  private static boolean isPlainNumber(String word) {
    return word.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  private static void flexFlow(String value, BiConsumer<Property, String> out) {
    for (String word : CssText.words(value)) {
      boolean wrap = word.contains("wrap");
      out.accept(wrap ? Property.FLEX_WRAP : Property.FLEX_DIRECTION, word);
    }
  }

  private static void listStyle(String value, BiConsumer<Property, String> out) {
    for (String word : CssText.words(value)) {
      if (word.equals("inside") || word.equals("outside")) {
        out.accept(Property.LIST_STYLE_POSITION, word);
      } else if (!word.startsWith("url(")) {
        out.accept(Property.LIST_STYLE_TYPE, word);
      }
    }
  }

  private static String upTo(String value, char end) {
    int at = value.indexOf(end);
    return at < 0 ? value : value.substring(0, at);
  }
}
