package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What attributes of HTML say about looks (HTML §15.3): draw.io and mail programs write them. */
final class HtmlAttributes {
  private static final String[] FONT_SIZES = {
    "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"
  };

  private HtmlAttributes() {}

  static void each(Element element, BiConsumer<Property, String> out) {
    for (int i = 0, n = element.attributeCount(); i < n; i++) {
      attribute(element, element.attributeName(i), element.attributeValue(i).strip(), out);
    }
    if (element.name().equals("td") || element.name().equals("th")) {
      ofTable(element, out);
    }
  }

  private static void attribute(
      Element element, String name, String value, BiConsumer<Property, String> out) {
    switch (name) {
      case "align" -> out.accept(Property.TEXT_ALIGN, value.toLowerCase(Locale.ROOT));
      case "valign" -> out.accept(Property.VERTICAL_ALIGN, value.toLowerCase(Locale.ROOT));
      case "bgcolor" -> out.accept(Property.BACKGROUND_COLOR, value);
      case "width" -> size(element, Property.WIDTH, value, out);
      case "height" -> size(element, Property.HEIGHT, value, out);
      case "nowrap" -> out.accept(Property.WHITE_SPACE, "nowrap");
      case "dir" -> out.accept(Property.DIRECTION, value.toLowerCase(Locale.ROOT));
      case "lang", "xml:lang" -> out.accept(Property.XML_LANG, value);
      case "hidden" -> out.accept(Property.DISPLAY, "none");
      case "color", "face", "size", "noshade" -> {
        if (element.name().equals("hr")) {
          rule(name, value, out);
        } else {
          font(element, name, value, out);
        }
      }
      case "border", "cellspacing" -> table(element, name, value, out);
      default -> {
        // says nothing about looks
      }
    }
  }

  /** Of pictures, cells and rules, not of fields; a number is in pixels. */
  private static void size(
      Element element, Property property, String value, BiConsumer<Property, String> out) {
    switch (element.name()) {
      case "img", "table", "td", "th", "hr", "iframe", "video", "canvas" ->
          out.accept(property, value);
      default -> {
        // elsewhere it means something else
      }
    }
  }

  private static void font(
      Element element, String name, String value, BiConsumer<Property, String> out) {
    if (!element.name().equals("font")) {
      return;
    }
    switch (name) {
      case "color" -> out.accept(Property.COLOR, value);
      case "face" -> out.accept(Property.FONT_FAMILY, value);
      default -> out.accept(Property.FONT_SIZE, fontSize(value));
    }
  }

  /** Its height with both borders; one in a colour is a plain bar. */
  private static void rule(String name, String value, BiConsumer<Property, String> out) {
    switch (name) {
      case "size" -> {
        int high = number(value, 2);
        if (high <= 1) {
          out.accept(Property.BORDER_BOTTOM_WIDTH, "0");
        } else {
          out.accept(Property.HEIGHT, high - 2 + "px");
        }
      }
      case "color" -> {
        out.accept(Property.COLOR, value);
        BoxShorthand.expand("border-style", "solid", out);
      }
      case "noshade" -> BoxShorthand.expand("border-style", "solid", out);
      default -> {
        // says nothing of rules
      }
    }
  }

  /** 1 to 7; with a sign it counts from 3. */
  private static String fontSize(String value) {
    int sign = value.startsWith("+") ? 1 : value.startsWith("-") ? -1 : 0;
    int number = number(sign == 0 ? value : value.substring(1), 3);
    int size = sign == 0 ? number : 3 + sign * number;
    return FONT_SIZES[Math.clamp(size, 1, FONT_SIZES.length) - 1];
  }

  private static void table(
      Element element, String name, String value, BiConsumer<Property, String> out) {
    if (!element.name().equals("table")) {
      return;
    }
    if (name.equals("cellspacing")) {
      out.accept(Property.BORDER_SPACING, number(value, 2) + "px");
    } else if (number(value, 1) > 0) {
      BoxShorthand.expand("border", number(value, 1) + "px outset gray", out);
    }
  }

  /** {@code cellpadding} and {@code border} of the table around a cell are the cell's. */
  private static void ofTable(Element cell, BiConsumer<Property, String> out) {
    Element table = cell.parent();
    for (int up = 0; up < 3 && table != null && !table.name().equals("table"); up++) {
      table = table.parent();
    }
    if (table == null || !table.name().equals("table")) {
      return;
    }
    String padding = table.attribute("cellpadding");
    if (padding != null) {
      BoxShorthand.expand("padding", number(padding, 1) + "px", out);
    }
    String border = table.attribute("border");
    if (border != null && number(border, 1) > 0) {
      BoxShorthand.expand("border", "1px inset gray", out);
    }
  }

  private static int number(String text, int fallback) {
    try {
      return Math.clamp(Integer.parseInt(text.replace("px", "").strip()), 0, 1000);
    } catch (NumberFormatException none) {
      return fallback;
    }
  }
}
