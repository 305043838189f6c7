package dev.deckmill.svgpptx.parse.compositing;

import dev.deckmill.svgpptx.PageRejected;
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
import dev.deckmill.svgpptx.parse.value.CssPosition;
import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.PathParser;
import dev.deckmill.svgpptx.parse.value.PathSink;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import dev.deckmill.svgpptx.parse.xml.PageBudget;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Basic shapes as {@code clip-path} (CSS Shapes 1 §3): inset, xywh, rect, circle, ellipse, polygon,
 * path.
 */
final class ClipShapes {
  private static final Pattern REFERENCE_BOX =
      Pattern.compile("(?:view|fill|stroke|border|content|padding|margin)-box");

  private static final String ROUND = "round";

  private final Units units;
  private final Box box;

  private ClipShapes(Units units, Box box) {
    this.units = units;
    this.box = box;
  }

  /**
   * The clip in the element's user space; null where the value is no such shape.
   *
   * @param fillBox the element's box
   * @param strokeBox the same with its stroke, which is what shapes refer to by default
   */
  static @Nullable ClipPath parse(
      String value,
      Style style,
      Frame frame,
      Supplier<@Nullable Box> fillBox,
      Supplier<@Nullable Box> strokeBox,
      PageBudget budget)
      throws PageRejected {
    String text = value.strip();
    int open = text.indexOf('(');
    int close = text.lastIndexOf(')');
    String around = open < 0 ? text : text.substring(0, open) + text.substring(close + 1);
    Matcher named = REFERENCE_BOX.matcher(around.toLowerCase(Locale.ROOT));
    boolean isNamed = named.find();
    if (open < 0 ? !isNamed : close < open) {
      return null;
    }
    Box box =
        switch (isNamed ? named.group() : "border-box") {
          case "view-box" -> new Box(0, 0, frame.width(), frame.height());
          case "fill-box", "content-box", "padding-box" -> fillBox.get();
          default -> strokeBox.get();
        };
    if (box == null) {
      return new ClipPath(List.of(), null);
    }
    ClipShapes shapes = new ClipShapes(style.units(), box);
    if (open < 0) {
      return clip(RoundedBox.of(box, "", style.units()), false);
    }
    List<String> before = CssText.words(text.substring(0, open).toLowerCase(Locale.ROOT));
    String name = before.isEmpty() ? "" : before.getLast();
    String arguments = text.substring(open + 1, close).strip();
    return name.equals("path")
        ? shapes.path(arguments, budget)
        : shapes.basic(name, arguments.toLowerCase(Locale.ROOT));
  }

  private @Nullable ClipPath basic(String name, String arguments) {
    return switch (name) {
      case "inset" -> inset(arguments);
      case "xywh" -> xywh(arguments);
      case "rect" -> rect(arguments);
      case "circle" -> clip(circle(arguments), false);
      case "ellipse" -> clip(ellipse(arguments), false);
      case "polygon" -> clip(polygon(arguments), arguments.startsWith("evenodd"));
      default -> null;
    };
  }

  private static @Nullable ClipPath clip(@Nullable Geometry geometry, boolean evenOdd) {
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

  private @Nullable ClipPath inset(String arguments) {
    List<String> sides = sides(arguments);
    int count = sides.size();
    if (count == 0) {
      return null;
    }
    double top = length(sides.get(0), box.height());
    double right = length(sides.get(count > 1 ? 1 : 0), box.width());
    double bottom = length(sides.get(count > 2 ? 2 : 0), box.height());
    double left = length(sides.get(count > 3 ? 3 : count > 1 ? 1 : 0), box.width());
    return between(left, top, box.width() - right, box.height() - bottom, arguments);
  }

  private @Nullable ClipPath xywh(String arguments) {
    List<String> sides = sides(arguments);
    if (sides.size() != 4) {
      return null;
    }
    double x = length(sides.get(0), box.width());
    double y = length(sides.get(1), box.height());
    double right = x + length(sides.get(2), box.width());
    return between(x, y, right, y + length(sides.get(3), box.height()), arguments);
  }

  /** Edges, all measured from the top left; {@code auto} is the box's own. */
  private @Nullable ClipPath rect(String arguments) {
    List<String> sides = sides(arguments);
    if (sides.size() != 4) {
      return null;
    }
    double right = LengthParser.parse(sides.get(1), units, box.width(), box.width());
    double bottom = LengthParser.parse(sides.get(2), units, box.height(), box.height());
    double top = length(sides.get(0), box.height());
    return between(length(sides.get(3), box.width()), top, right, bottom, arguments);
  }

  private static List<String> sides(String arguments) {
    int round = arguments.indexOf(ROUND);
    return CssText.words(round < 0 ? arguments : arguments.substring(0, round));
  }

  /** Nothing is left where an edge lies beyond the one on the other side. */
  private ClipPath between(double left, double top, double right, double bottom, String arguments) {
    if (!(right > left && bottom > top)) {
      return new ClipPath(List.of(), null);
    }
    Box inside = new Box(box.x() + left, box.y() + top, right - left, bottom - top);
    int round = arguments.indexOf(ROUND);
    String radii = round < 0 ? "" : arguments.substring(round + ROUND.length());
    return new ClipPath(List.of(silhouette(RoundedBox.of(inside, radii, units), false)), null);
  }

  /** In the element's user units, from the corner of the box on. */
  private @Nullable ClipPath path(String arguments, PageBudget budget) throws PageRejected {
    List<String> parts = CssText.list(arguments);
    String rule = parts.size() > 1 ? parts.getFirst().toLowerCase(Locale.ROOT) : "";
    String quoted = parts.size() > 1 ? arguments.substring(arguments.indexOf(',') + 1) : arguments;
    String data = PathParser.dataOf("path(" + quoted + ")");
    Geometry.Path path = data == null ? null : PathParser.parse(data, budget).geometry();
    if (path == null) {
      return data == null ? null : new ClipPath(List.of(), null);
    }
    Affine toCorner = Affine.translate(box.x(), box.y());
    return new ClipPath(
        List.of(silhouette(path, rule.equals("evenodd")).withTransform(toCorner)), null);
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
    return CssText.words(at < 0 ? arguments : arguments.substring(0, at));
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
    List<String> words = at < 0 ? List.of() : CssText.words(arguments.substring(at + 3));
    CssPosition place = CssPosition.of(words, units, box.width(), box.height());
    return new double[] {box.x() + place.x(), box.y() + place.y()};
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
    if (first) {
      return null;
    }
    out.close();
    return out.path();
  }
}
