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
import org.jspecify.annotations.Nullable;

/**
 * Basic shapes as {@code clip-path} (CSS Shapes 1 §3, 2 §3): inset, rect, xywh, circle, ellipse,
 * polygon, path.
 */
final class ClipShapes {
  private final Units units;
  private final Box box;

  private ClipShapes(Units units, Box box) {
    this.units = units;
    this.box = box;
  }

  /** The clip in the element's user space; null where the value is no such shape. */
  static @Nullable ClipPath parse(
      String value, Style style, Frame frame, Supplier<@Nullable Box> bounds, PageBudget budget)
      throws PageRejected {
    String text = value.strip();
    int open = text.indexOf('(');
    int close = open < 0 ? -1 : CssText.blockEnd(text, open, text.length()) - 1;
    if (close < open || open < 0) {
      return null;
    }
    boolean viewBox = text.toLowerCase(Locale.ROOT).endsWith("view-box");
    Box box = viewBox ? new Box(0, 0, frame.width(), frame.height()) : bounds.get();
    if (box == null) {
      return new ClipPath(List.of(), null);
    }
    ClipShapes shapes = new ClipShapes(style.units(), box);
    String written = text.substring(open + 1, close).strip();
    String arguments = written.toLowerCase(Locale.ROOT);
    boolean evenOdd = arguments.startsWith("evenodd");
    List<String> before = CssText.words(text.substring(0, open).toLowerCase(Locale.ROOT));
    Affine place = Affine.IDENTITY;
    Geometry geometry =
        switch (before.isEmpty() ? "" : before.getLast()) {
          case "path" -> {
            place = Affine.translate(box.x(), box.y());
            yield path(written, budget);
          }
          case "inset" -> shapes.inset(arguments);
          case "rect" -> shapes.rect(arguments);
          case "xywh" -> shapes.xywh(arguments);
          case "circle" -> shapes.circle(arguments);
          case "ellipse" -> shapes.ellipse(arguments);
          case "polygon" -> shapes.polygon(arguments);
          default -> null;
        };
    return geometry == null
        ? null
        : new ClipPath(List.of(silhouette(geometry, place, evenOdd)), null);
  }

  /** Path data behind a fill rule, in the space of the box. */
  private static @Nullable Geometry path(String arguments, PageBudget budget) throws PageRejected {
    List<String> parts = CssText.list(arguments);
    String data = CssText.unquote(parts.getLast());
    return PathParser.parse(data, budget).geometry();
  }

  private static Shape silhouette(Geometry geometry, Affine place, boolean evenOdd) {
    return new Shape(
        Origin.of("path"),
        place,
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
    List<String> sides = sides(arguments);
    int count = sides.size();
    if (count == 0) {
      return null;
    }
    double top = length(sides.get(0), box.height());
    double right = length(sides.get(count > 1 ? 1 : 0), box.width());
    double bottom = length(sides.get(count > 2 ? 2 : 0), box.height());
    double left = length(sides.get(count > 3 ? 3 : count > 1 ? 1 : 0), box.width());
    return rounded(left, top, box.width() - left - right, box.height() - top - bottom, arguments);
  }

  /** Edges by their distances from the top and the left. */
  private @Nullable Geometry rect(String arguments) {
    List<String> edges = sides(arguments);
    if (edges.size() != 4) {
      return null;
    }
    double top = edge(edges.get(0), 0, box.height());
    double right = edge(edges.get(1), box.width(), box.width());
    double bottom = edge(edges.get(2), box.height(), box.height());
    double left = edge(edges.get(3), 0, box.width());
    return rounded(left, top, right - left, bottom - top, arguments);
  }

  private double edge(String text, double auto, double base) {
    return text.equals("auto") ? auto : length(text, base);
  }

  private @Nullable Geometry xywh(String arguments) {
    List<String> sizes = sides(arguments);
    return sizes.size() != 4
        ? null
        : rounded(
            length(sizes.get(0), box.width()),
            length(sizes.get(1), box.height()),
            length(sizes.get(2), box.width()),
            length(sizes.get(3), box.height()),
            arguments);
  }

  private static List<String> sides(String arguments) {
    int round = arguments.indexOf("round");
    return CssText.words(round < 0 ? arguments : arguments.substring(0, round));
  }

  private @Nullable Geometry rounded(
      double left, double top, double width, double height, String arguments) {
    int round = arguments.indexOf("round");
    List<String> corners = round < 0 ? List.of() : CssText.words(arguments.substring(round + 5));
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
