package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** {@code border-radius} (CSS Backgrounds 3 §5): circles at the corners, in user units. */
record Corners(
    double topLeft, double topRight, double bottomRight, double bottomLeft, boolean elliptic) {
  /** Of a quarter circle's radius, from the end of a curve to its control point. */
  private static final double KAPPA = 0.5522847498;

  static Corners of(BoxStyle style, Box box) {
    Style computed = style.computed();
    double a = radius(computed, Property.BORDER_TOP_LEFT_RADIUS, box);
    double b = radius(computed, Property.BORDER_TOP_RIGHT_RADIUS, box);
    double c = radius(computed, Property.BORDER_BOTTOM_RIGHT_RADIUS, box);
    double d = radius(computed, Property.BORDER_BOTTOM_LEFT_RADIUS, box);
    double fit =
        Math.min(
            Math.min(fit(box.width(), a + b), fit(box.width(), d + c)),
            Math.min(fit(box.height(), a + d), fit(box.height(), b + c)));
    return new Corners(a * fit, b * fit, c * fit, d * fit, isElliptic(computed));
  }

  /** Half of each side at all corners. */
  private static boolean isElliptic(Style style) {
    return "50%".equals(style.get(Property.BORDER_TOP_LEFT_RADIUS))
        && "50%".equals(style.get(Property.BORDER_TOP_RIGHT_RADIUS))
        && "50%".equals(style.get(Property.BORDER_BOTTOM_RIGHT_RADIUS))
        && "50%".equals(style.get(Property.BORDER_BOTTOM_LEFT_RADIUS));
  }

  /** By what two radii that meet are made smaller where they are too large (§5.5). */
  private static double fit(double side, double radii) {
    return radii > side && radii > 0 ? side / radii : 1;
  }

  private static double radius(Style style, Property corner, Box box) {
    String text = style.get(corner);
    if (text == null) {
      return 0;
    }
    double whole = Math.min(box.width(), box.height());
    List<String> words = CssText.words(text); // a calculation with spaces in it is one
    String first = words.isEmpty() ? text : words.getFirst();
    return Math.clamp(LengthParser.parse(first, style.units(), whole, 0), 0, 1e6);
  }

  double largest() {
    return Math.max(Math.max(topLeft, topRight), Math.max(bottomRight, bottomLeft));
  }

  /** Those of the edge inside of borders. */
  Corners inside(Edges border) {
    double by =
        Math.min(Math.min(border.left(), border.right()), Math.min(border.top(), border.bottom()));
    return new Corners(
        Math.max(0, topLeft - by),
        Math.max(0, topRight - by),
        Math.max(0, bottomRight - by),
        Math.max(0, bottomLeft - by),
        elliptic);
  }

  /** Those of an edge that lies outside of it, or inside where {@code by} is negative. */
  Corners grown(double by) {
    return new Corners(
        grown(topLeft, by),
        grown(topRight, by),
        grown(bottomRight, by),
        grown(bottomLeft, by),
        elliptic);
  }

  /** A sharp corner stays one. */
  private static double grown(double radius, double by) {
    return radius == 0 ? 0 : Math.max(0, radius + by);
  }

  /** Those of the padding box where each border has its own width. */
  Corners within(Edges border) {
    return new Corners(
        Math.max(0, topLeft - Math.max(border.top(), border.left())),
        Math.max(0, topRight - Math.max(border.top(), border.right())),
        Math.max(0, bottomRight - Math.max(border.bottom(), border.right())),
        Math.max(0, bottomLeft - Math.max(border.bottom(), border.left())),
        elliptic);
  }

  private boolean areAlike() {
    return topLeft == topRight && topRight == bottomRight && bottomRight == bottomLeft;
  }

  /** The box with these corners. */
  Geometry outline(Box box) {
    if (elliptic) {
      double rx = box.width() / 2;
      double ry = box.height() / 2;
      return new Geometry.Ellipse(box.x() + rx, box.y() + ry, rx, ry);
    }
    if (areAlike()) {
      double radius = Math.min(topLeft, Math.min(box.width(), box.height()) / 2);
      return new Geometry.Rect(box.x(), box.y(), box.width(), box.height(), radius, radius);
    }
    double right = box.x() + box.width();
    double bottom = box.y() + box.height();
    Outline outline = new Outline();
    outline.move(box.x() + topLeft, box.y());
    outline.corner(right, box.y(), -topRight, 0, 0, topRight);
    outline.corner(right, bottom, 0, -bottomRight, -bottomRight, 0);
    outline.corner(box.x(), bottom, bottomLeft, 0, 0, -bottomLeft);
    outline.corner(box.x(), box.y(), 0, topLeft, topLeft, 0);
    return outline.closed();
  }

  private static final class Outline {
    private final ByteArrayOutputStream commands = new ByteArrayOutputStream();
    private final List<Double> coordinates = new ArrayList<>();

    void move(double x, double y) {
      commands.write(Geometry.Path.MOVE);
      add(x, y);
    }

    /** A line to where the corner begins and a curve to where it ends, seen from its tip. */
    void corner(double x, double y, double fromX, double fromY, double toX, double toY) {
      commands.write(Geometry.Path.LINE);
      add(x + fromX, y + fromY);
      if (fromX != 0 || fromY != 0) {
        commands.write(Geometry.Path.CURVE);
        add(x + fromX * (1 - KAPPA), y + fromY * (1 - KAPPA));
        add(x + toX * (1 - KAPPA), y + toY * (1 - KAPPA));
        add(x + toX, y + toY);
      }
    }

    private void add(double x, double y) {
      coordinates.add(x);
      coordinates.add(y);
    }

    Geometry closed() {
      commands.write(Geometry.Path.CLOSE);
      return new Geometry.Path(
          commands.toByteArray(), coordinates.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}
