package dev.deckmill.svgpptx.parse.compositing;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.PathSink;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import dev.deckmill.svgpptx.parse.value.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Basic shapes as {@code clip-path} (CSS Shapes 1 §3): inset, circle, ellipse, polygon. */
final class ClipShapes {
  private final Units units;
  private final Box box;

  private ClipShapes(Units units, Box box) {
    this.units = units;
    this.box = box;
  }

  /** The clip in the element's user space; null where the value is no such shape. */
  static @Nullable ClipPath parse(
      String value, Style style, Frame frame, Supplier<@Nullable Box> bounds) {
    String text = value.strip();
    int open = text.indexOf('(');
    int close = text.indexOf(')');
    if (open < 0 || close < open) {
      return null;
    }
    boolean viewBox = text.toLowerCase(Locale.ROOT).endsWith("view-box");
    Box box = viewBox ? new Box(0, 0, frame.width(), frame.height()) : bounds.get();
    if (box == null) {
      return new ClipPath(List.of(), null);
    }
    ClipShapes shapes = new ClipShapes(style.units(), box);
    String arguments = text.substring(open + 1, close).strip().toLowerCase(Locale.ROOT);
    boolean evenOdd = arguments.startsWith("evenodd");
    Geometry geometry =
        switch (text.substring(0, open).strip().toLowerCase(Locale.ROOT)) {
          case "inset" -> shapes.inset(arguments);
          case "circle" -> shapes.circle(arguments);
          case "ellipse" -> shapes.ellipse(arguments);
          case "polygon" -> shapes.polygon(arguments);
          default -> null;
        };
    return geometry == null ? null : new ClipPath(List.of(silhouette(geometry, evenOdd)), null);
  }

  private static Shape silhouette(Geometry geometry, boolean evenOdd) {
    return new Shape(
        Origin.of("path"),
        Affine.IDENTITY,
        Compositing.NONE,
        geometry,
        new Paint.Solid(Rgba.BLACK),
        evenOdd ? Shape.FillRule.EVENODD : Shape.FillRule.NONZERO,
        null,
        false,
        List.of());
  }

  private double length(String text, double base) {
    return LengthParser.parse(text, units, base, 0);
  }

  private @Nullable Geometry inset(String arguments) {
    int round = arguments.indexOf("round");
    List<String> sides = Words.of(round < 0 ? arguments : arguments.substring(0, round));
    int count = sides.size();
    if (count == 0) {
      return null;
    }
    double top = length(sides.get(0), box.height());
    double right = length(sides.get(count > 1 ? 1 : 0), box.width());
    double bottom = length(sides.get(count > 2 ? 2 : 0), box.height());
    double left = length(sides.get(count > 3 ? 3 : count > 1 ? 1 : 0), box.width());
    double width = box.width() - left - right;
    double height = box.height() - top - bottom;
    List<String> corners = round < 0 ? List.of() : Words.of(arguments.substring(round + 5));
    String corner = corners.isEmpty() ? "0" : corners.get(0);
    double radius = Math.clamp(length(corner, width), 0, Math.max(0, Math.min(width, height) / 2));
    return width > 0 && height > 0
        ? new Geometry.Rect(box.x() + left, box.y() + top, width, height, radius, radius)
        : null;
  }

  private Geometry circle(String arguments) {
    double[] at = center(arguments);
    double diagonal = Math.hypot(box.width(), box.height()) / Math.sqrt(2);
    double r = radius(words(arguments), 0, at, diagonal, true);
    return new Geometry.Ellipse(at[0], at[1], r, r);
  }

  private Geometry ellipse(String arguments) {
    double[] at = center(arguments);
    List<String> words = words(arguments);
    return new Geometry.Ellipse(
        at[0],
        at[1],
        radius(words, 0, at, box.width(), false),
        radius(words, 1, at, box.height(), false));
  }

  private static List<String> words(String arguments) {
    int at = arguments.indexOf("at ");
    return Words.of(at < 0 ? arguments : arguments.substring(0, at));
  }

  private double radius(List<String> words, int axis, double[] at, double base, boolean both) {
    String word = words.size() > axis ? words.get(axis) : "";
    double left = Math.abs(at[0] - box.x());
    double right = Math.abs(box.x() + box.width() - at[0]);
    double top = Math.abs(at[1] - box.y());
    double bottom = Math.abs(box.y() + box.height() - at[1]);
    double nearX = Math.min(left, right);
    double nearY = Math.min(top, bottom);
    double farX = Math.max(left, right);
    double farY = Math.max(top, bottom);
    return switch (word) {
      case "", "closest-side" -> both ? Math.min(nearX, nearY) : axis == 0 ? nearX : nearY;
      case "farthest-side" -> both ? Math.max(farX, farY) : axis == 0 ? farX : farY;
      default -> Math.max(0, length(word, base));
    };
  }

  private double[] center(String arguments) {
    int at = arguments.indexOf("at ");
    List<String> words = at < 0 ? List.of() : Words.of(arguments.substring(at + 3));
    return new double[] {
      box.x() + position(words.size() > 0 ? words.get(0) : "50%", box.width()),
      box.y() + position(words.size() > 1 ? words.get(1) : "50%", box.height())
    };
  }

  private double position(String word, double extent) {
    return switch (word) {
      case "left", "top" -> 0;
      case "center" -> extent / 2;
      case "right", "bottom" -> extent;
      default -> length(word, extent);
    };
  }

  private @Nullable Geometry polygon(String arguments) {
    int comma = arguments.indexOf(',');
    boolean hasRule = arguments.startsWith("evenodd") || arguments.startsWith("nonzero");
    ValueReader in = new ValueReader(hasRule ? arguments.substring(comma + 1) : arguments);
    PathSink out = new PathSink();
    boolean first = true;
    in.skipSpace();
    while (!in.atEnd()) {
      double x = box.x() + LengthParser.next(in, units, box.width());
      in.skipSpace();
      double y = box.y() + LengthParser.next(in, units, box.height());
      in.skipComma();
      if (Double.isNaN(x + y)) {
        return null;
      }
      if (first) {
        out.move(x, y);
      } else {
        out.line(x, y);
      }
      first = false;
    }
    out.close();
    return out.path();
  }
}
