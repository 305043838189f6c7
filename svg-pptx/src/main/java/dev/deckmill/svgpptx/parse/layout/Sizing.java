package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Display;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Tag;

/** Widths and heights of border boxes (CSS Sizing 3); lengths are user units. */
final class Sizing {
  private Sizing() {}

  static Edges edges(HtmlBox box, double base) {
    double known = Double.isNaN(base) ? 0 : base;
    return box.style().border().plus(box.style().padding(known));
  }

  /** The border box's width. */
  static double width(BoxLayout boxes, HtmlBox.Container box, Space space) {
    if (!Double.isNaN(space.fixedWidth())) {
      return Math.max(0, space.fixedWidth());
    }
    if (boxes.isMeasured(box)) {
      return space.width();
    }
    Edges edges = edges(box, space.width());
    double width = specified(box.style(), Property.WIDTH, space.width(), edges.across());
    if (Double.isNaN(width)) {
      double room = Math.max(0, space.width() - box.style().margin(space.width()).across());
      width = shrinks(box, space) ? boxes.fitting(box, room) : room;
    }
    return Math.max(
        edges.across(),
        bounded(
            box.style(),
            width,
            Property.MIN_WIDTH,
            Property.MAX_WIDTH,
            space.width(),
            edges.across()));
  }

  private static boolean shrinks(HtmlBox.Container box, Space space) {
    return space.shrinks()
        || box.display() == Display.TABLE
        || switch (box.style().word(Property.WIDTH, "auto")) {
          case "fit-content", "max-content", "min-content" -> true;
          default -> false;
        };
  }

  /** The border box's height as far as it doesn't follow from the content; else NaN. */
  static double definiteHeight(HtmlBox.Container box, Space space, double width) {
    if (!Double.isNaN(space.fixedHeight())) {
      return space.fixedHeight();
    }
    Edges edges = edges(box, space.width());
    double height = specified(box.style(), Property.HEIGHT, space.height(), edges.down());
    if (Double.isNaN(height)) {
      double ratio = ratio(box.style());
      height = ratio > 0 ? width / ratio : height;
    }
    return Double.isNaN(height) ? height : boundedHeight(box, height, space, edges);
  }

  static double height(HtmlBox.Container box, Space space, double width, double ofContent) {
    double definite = definiteHeight(box, space, width);
    if (!Double.isNaN(definite)) {
      return definite;
    }
    Edges edges = edges(box, space.width());
    return boundedHeight(box, ofContent + edges.down(), space, edges);
  }

  private static double boundedHeight(
      HtmlBox.Container box, double height, Space space, Edges edges) {
    return Math.max(
        edges.down(),
        bounded(
            box.style(),
            height,
            Property.MIN_HEIGHT,
            Property.MAX_HEIGHT,
            space.height(),
            edges.down()));
  }

  /** A size of the border box; NaN for auto, and for a share of what isn't known. */
  static double specified(BoxStyle style, Property property, double base, double edges) {
    double size = style.length(property, base);
    return Double.isNaN(size) || size < 0 || style.sizesBorderBox()
        ? nonNegative(size)
        : size + edges;
  }

  private static double nonNegative(double size) {
    return size < 0 ? Double.NaN : size;
  }

  static double bounded(
      BoxStyle style, double size, Property least, Property most, double base, double edges) {
    double max = specified(style, most, base, edges);
    double min = specified(style, least, base, edges);
    double within = Double.isNaN(max) ? size : Math.min(size, max);
    return Double.isNaN(min) ? within : Math.max(within, min);
  }

  /** {@code aspect-ratio}; 0 for none. */
  private static double ratio(BoxStyle style) {
    String value = style.computed().get(Property.ASPECT_RATIO);
    if (value == null || value.equals("auto")) {
      return 0;
    }
    String[] parts = value.split("/", -1);
    try {
      double wide = Double.parseDouble(parts[0].strip());
      double high = parts.length > 1 ? Double.parseDouble(parts[1].strip()) : 1;
      return wide > 0 && high > 0 ? wide / high : 0;
    } catch (NumberFormatException auto) {
      return 0;
    }
  }

  /** Of an {@code svg} element its attributes are as good as properties. */
  private static double given(
      HtmlBox.Replaced image, Property property, double base, double edges) {
    double size = specified(image.style(), property, base, edges) - edges;
    String attribute =
        image.element().tag() == Tag.SVG
            ? image.element().attribute(property.attributeName())
            : null;
    return Double.isNaN(size) && attribute != null && attribute.endsWith("%")
        ? LengthParser.parse(attribute, image.style().computed().units(), base, Double.NaN)
        : size;
  }

  /** The content box of a picture, from what is given of it and its own ratio (CSS 2 §10.3.2). */
  static double[] replaced(HtmlBox.Replaced image, double width, double height) {
    BoxStyle style = image.style();
    Edges edges = edges(image, width);
    double ratio = image.naturalWidth() / image.naturalHeight();
    double w = given(image, Property.WIDTH, width, edges.across());
    double h = given(image, Property.HEIGHT, height, edges.down());
    double wide = !Double.isNaN(w) ? w : Double.isNaN(h) ? image.naturalWidth() : h * ratio;
    double most = specified(style, Property.MAX_WIDTH, width, edges.across()) - edges.across();
    double fitted = Double.isNaN(most) ? wide : Math.min(wide, most);
    double high = Double.isNaN(h) ? fitted / ratio : h;
    double highest = specified(style, Property.MAX_HEIGHT, height, edges.down()) - edges.down();
    if (!Double.isNaN(highest) && high > highest) {
      fitted = Double.isNaN(w) ? highest * ratio : fitted;
      high = highest;
    }
    return new double[] {Math.max(0, fitted), Math.max(0, high)};
  }
}
