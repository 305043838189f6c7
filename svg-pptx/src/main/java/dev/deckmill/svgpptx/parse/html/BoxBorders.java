package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.box.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Borders (CSS Backgrounds 3 §4) as lines: one around the box where all sides are alike. */
final class BoxBorders {
  /** Below this nobody sees that one side of a line lies in the shade. */
  private static final double LEAST_CARVED = 2;

  /** Below this a double border has no room for two lines and a gap. */
  private static final double LEAST_DOUBLE = 3;

  private BoxBorders() {}

  /** Where all four are alike they are a line; else null. */
  static @Nullable Stroke even(BoxStyle style) {
    Edges border = style.border();
    Rgba color = style.borderColor(Side.TOP);
    boolean even = border.top() > 0 && color.alpha() > 0;
    even &= border.left() == border.top() && border.right() == border.top();
    even &= border.bottom() == border.top();
    for (Side side : Side.values()) {
      even &= style.borderColor(side).equals(color);
      even &= style.borderStyle(side).equals(style.borderStyle(Side.TOP));
    }
    return even ? stroke(color, border.top(), style.borderStyle(Side.TOP)) : null;
  }

  /** Whether a side is two lines with a gap between. */
  static boolean isDouble(BoxStyle style, Side side) {
    return style.borderStyle(side).equals("double") && style.borderWidth(side) >= LEAST_DOUBLE;
  }

  /** Whether a side is drawn in light and shade, of which there is none on slides. */
  static boolean isCarved(BoxStyle style) {
    if (style.border().equals(Edges.NONE)) {
      return false;
    }
    for (Side side : Side.values()) {
      boolean carved =
          switch (style.borderStyle(side)) {
            case "groove", "ridge", "inset", "outset" -> true;
            default -> false;
          };
      if (carved
          && style.borderWidth(side) >= LEAST_CARVED
          && style.borderColor(side).alpha() > 0) {
        return true;
      }
    }
    return false;
  }

  private static Stroke stroke(Rgba color, double width, String line) {
    double[] dashes =
        switch (line) {
          case "dashed" ->
              new double[] {width >= 3 ? 2 * width : 3 * width, width >= 3 ? width : 2 * width};
          case "dotted" -> new double[] {width, width};
          default -> new double[0];
        };
    return new Stroke(
        new Paint.Solid(color), width, Stroke.Cap.BUTT, Stroke.Join.MITER, 4, dashes, 0, false);
  }

  /** An even border without a ground: its line, or both. */
  static List<Node> around(BoxStyle style, BoxShape shape, Stroke line, Compositing effects) {
    if (!isDouble(style, Side.TOP)) {
      return List.of(shape.of(Paint.NONE, line, effects));
    }
    double third = line.width() / 3;
    Stroke thin = stroke(style.borderColor(Side.TOP), third, "solid");
    return List.of(
        shape.inset(third / 2, Paint.NONE, thin).withCompositing(effects),
        shape.inset(third * 2.5, Paint.NONE, thin));
  }

  /** Borders that differ from side to side. */
  static List<Node> sides(BoxStyle style, Box place, Origin origin) {
    List<Node> lines = new ArrayList<>(4);
    for (Side side : Side.values()) {
      double width = style.borderWidth(side);
      Rgba color = style.borderColor(side);
      boolean hasLength = side.isAcross() ? place.width() > 0 : place.height() > 0;
      if (width > 0 && color.alpha() > 0 && hasLength) {
        if (isDouble(style, side)) {
          Stroke thin = stroke(color, width / 3, "solid");
          lines.add(line(origin, along(side, place, width / 6), thin));
          lines.add(line(origin, along(side, place, width * 5 / 6), thin));
        } else {
          Stroke one = stroke(color, width, style.borderStyle(side));
          lines.add(line(origin, along(side, place, width / 2), one));
        }
      }
    }
    return lines;
  }

  /** A line along one side of a box, so far inside. */
  private static Geometry.Line along(Side side, Box place, double by) {
    double right = place.x() + place.width();
    double bottom = place.y() + place.height();
    return switch (side) {
      case TOP -> new Geometry.Line(place.x(), place.y() + by, right, place.y() + by);
      case RIGHT -> new Geometry.Line(right - by, place.y(), right - by, bottom);
      case BOTTOM -> new Geometry.Line(place.x(), bottom - by, right, bottom - by);
      case LEFT -> new Geometry.Line(place.x() + by, place.y(), place.x() + by, bottom);
    };
  }

  private static Shape line(Origin origin, Geometry.Line line, Stroke stroke) {
    return new Shape(
        origin,
        Affine.IDENTITY,
        Compositing.NONE,
        line,
        Paint.NONE,
        Shape.FillRule.NONZERO,
        stroke,
        false,
        List.of());
  }
}
