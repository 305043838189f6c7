package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.plan.LineEnd;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Markers as ends of a line, where one of the slide's looks the same: a triangle whose tip or a
 * disc whose middle is the line's end, in the line's colour and in one of three sizes.
 *
 * @param geometry the line, longer or shorter where a tip doesn't stand on its vertex
 * @param start of the line, or null
 * @param end of the line, or null
 * @param rest the markers that stay shapes
 */
public record LineEnds(
    Geometry geometry, @Nullable LineEnd start, @Nullable LineEnd end, List<Shape.Marker> rest) {
  private static final double TOLERANCE = 0.12;

  /** Ends are sized by the line's width, but as if it were no thinner than this. */
  private static final double LEAST_WIDTH = Emu.ofPoints(2);

  /** None at all. */
  public static LineEnds none(Shape shape) {
    return new LineEnds(shape.geometry(), null, null, shape.markers());
  }

  /**
   * The markers that can be ends of the line.
   *
   * @param scale EMU to one unit of the shape's user space
   */
  public static LineEnds of(Shape shape, Stroke stroke, double scale) {
    Optional<Line> line = Line.of(shape.geometry());
    if (line.isEmpty()
        || shape.markers().isEmpty()
        || !(stroke.paint() instanceof Paint.Solid solid)
        || stroke.nonScaling()) {
      return none(shape);
    }
    double unit = Math.max(stroke.width(), LEAST_WIDTH / scale);
    return of(shape, line.get(), marker -> fit(marker, line.get(), unit, solid));
  }

  private static LineEnds of(Shape shape, Line ends, Function<Shape.Marker, @Nullable Fit> fits) {
    Fit start = null;
    Fit end = null;
    List<Shape.Marker> rest = new ArrayList<>();
    for (Shape.Marker marker : shape.markers()) {
      Fit fit = fits.apply(marker);
      if (fit == null) {
        rest.add(marker);
      } else if (marker.place() == Shape.Place.START) {
        start = fit;
      } else {
        end = fit;
      }
    }
    if (start == null && end == null) {
      return none(shape);
    }
    Geometry moved = ends.moved(start == null ? 0 : start.beyond(), end == null ? 0 : end.beyond());
    return new LineEnds(
        moved, start == null ? null : start.end(), end == null ? null : end.end(), rest);
  }

  /**
   * An end that looks like a marker, and how far beyond the vertex the line has to reach for it.
   */
  private record Fit(LineEnd end, double beyond) {}

  private static @Nullable Fit fit(Shape.Marker marker, Line ends, double unit, Paint.Solid paint) {
    return switch (marker.place()) {
      case START -> fit(marker, ends.startAngle(), unit, paint);
      case MID -> null;
      case END -> fit(marker, ends.endAngle(), unit, paint);
    };
  }

  private static @Nullable Fit fit(
      Shape.Marker marker, double angle, double unit, Paint.Solid paint) {
    Affine toLine =
        Affine.scale(1 / unit, 1 / unit)
            .times(Affine.rotate(-angle))
            .times(Affine.translate(-marker.x(), -marker.y()));
    Node only = marker.content();
    while (only instanceof dev.deckmill.svgpptx.ir.Group group) {
      if (group.children().size() != 1 || !group.compositing().equals(Compositing.NONE)) {
        return null;
      }
      toLine = toLine.times(group.transform());
      only = group.children().get(0);
    }
    if (!(only instanceof Shape shape)
        || !shape.compositing().equals(Compositing.NONE)
        || shape.stroke() != null
        || !shape.fill().equals(paint)
        || paint.color().alpha() < 1) {
      return null;
    }
    Affine inLine = toLine.times(shape.transform());
    return shape.geometry() instanceof Geometry.Ellipse
        ? oval(Extent.of(Outlines.path(shape.geometry(), inLine)), unit)
        : triangle(Outlines.path(shape.geometry(), inLine), unit);
  }

  private static @Nullable Fit oval(Extent box, double unit) {
    double x = (box.left() + box.right()) / 2;
    double y = (box.top() + box.bottom()) / 2;
    return Math.abs(y) > TOLERANCE
        ? null
        : fit(LineEnd.Kind.OVAL, box.width(), box.height(), x, unit);
  }

  /** Three corners, one of them on the line and before the others. */
  private static @Nullable Fit triangle(Geometry.Path path, double unit) {
    double[] c = path.coordinates();
    boolean closed = path.commands()[path.commands().length - 1] == Geometry.Path.CLOSE;
    boolean backToStart = c.length == 8 && c[0] == c[6] && c[1] == c[7];
    if (!(c.length == 6 || backToStart)
        || path.commands().length != c.length / 2 + (closed ? 1 : 0)) {
      return null;
    }
    int tip = 0;
    for (int i = 2; i < 6; i += 2) {
      tip = c[i] > c[tip] ? i : tip;
    }
    int one = (tip + 2) % 6;
    int other = (tip + 4) % 6;
    boolean straight =
        Math.abs(c[tip + 1]) < TOLERANCE
            && Math.abs(c[one] - c[other]) < TOLERANCE
            && Math.abs(c[one + 1] + c[other + 1]) < TOLERANCE;
    double length = c[tip] - c[one];
    double width = Math.abs(c[one + 1] - c[other + 1]);
    return straight ? fit(LineEnd.Kind.TRIANGLE, length, width, c[tip], unit) : null;
  }

  private static @Nullable Fit fit(
      LineEnd.Kind kind, double length, double width, double beyond, double unit) {
    LineEnd.Size lengthwise = size(length);
    LineEnd.Size across = size(width);
    return lengthwise == null || across == null
        ? null
        : new Fit(new LineEnd(kind, lengthwise, across), beyond * unit);
  }

  private static LineEnd.@Nullable Size size(double widths) {
    for (LineEnd.Size size : LineEnd.Size.values()) {
      if (Math.abs(widths / size.widths() - 1) < TOLERANCE) {
        return size;
      }
    }
    return null;
  }

  /** An open path that begins and ends straight. */
  private record Line(Geometry.Path path) {
    static Optional<Line> of(Geometry geometry) {
      return switch (geometry) {
        case Geometry.Line line -> Optional.of(new Line(Outlines.path(line, Affine.IDENTITY)));
        case Geometry.Path path -> isOpen(path) ? Optional.of(new Line(path)) : Optional.empty();
        case Geometry.Rect rect -> Optional.empty();
        case Geometry.Ellipse ellipse -> Optional.empty();
      };
    }

    private static boolean isOpen(Geometry.Path path) {
      byte[] commands = path.commands();
      if (commands.length < 2
          || commands[1] != Geometry.Path.LINE
          || commands[commands.length - 1] != Geometry.Path.LINE) {
        return false;
      }
      for (int i = 1; i < commands.length; i++) {
        if (commands[i] == Geometry.Path.MOVE || commands[i] == Geometry.Path.CLOSE) {
          return false;
        }
      }
      return true;
    }

    double startAngle() {
      double[] c = path.coordinates();
      return Math.atan2(c[1] - c[3], c[0] - c[2]);
    }

    double endAngle() {
      double[] c = path.coordinates();
      int n = c.length;
      return Math.atan2(c[n - 1] - c[n - 3], c[n - 2] - c[n - 4]);
    }

    Geometry moved(double atStart, double atEnd) {
      double[] c = path.coordinates().clone();
      int n = c.length;
      c[0] += atStart * Math.cos(startAngle());
      c[1] += atStart * Math.sin(startAngle());
      c[n - 2] += atEnd * Math.cos(endAngle());
      c[n - 1] += atEnd * Math.sin(endAngle());
      return new Geometry.Path(path.commands(), c);
    }
  }
}
