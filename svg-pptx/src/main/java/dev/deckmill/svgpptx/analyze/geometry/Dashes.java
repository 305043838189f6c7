package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Stroke;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a path into its dashes (SVG 2 §13.5.6). DrawingML has lists of dashes but no offset
 * (ECMA-376 §20.1.8.21): where the first dash doesn't begin at the path's start, each dash becomes
 * a contour of its own, under a solid line.
 */
public final class Dashes {
  private static final int MOST_PIECES = 2_000;
  private static final int CURVE_STEPS = 32;

  /** A dash of no length has ends all the same: this short it has a direction for them. */
  private static final double DOT = 400;

  private final double[] lengths;
  private final PathBuilder out = new PathBuilder(64);
  private double startX;
  private double startY;
  private double x;
  private double y;
  private int index;
  private double left;
  private boolean penDown;
  private int pieces;

  private Dashes(double[] lengths, double offset) {
    this.lengths = lengths;
    start(offset);
  }

  /**
   * Whether a list of dashes can't show it: it begins within the list, has dashes of no length, or
   * round ends that close its gaps. Dots with round ends are discs, which a list can have.
   */
  public static boolean needCutting(Stroke stroke) {
    double[] dashes = stroke.dashes();
    double total = Arrays.stream(dashes).sum();
    if (total <= 0) {
      return false;
    }
    boolean round = stroke.cap() == Stroke.Cap.ROUND;
    for (int i = 0; i < dashes.length; i += 2) {
      if (round ? dashes[i + 1] <= stroke.width() : dashes[i] <= 0) {
        return true;
      }
    }
    double offset = stroke.dashOffset() - total * Math.floor(stroke.dashOffset() / total);
    return offset > total * 1e-6 && offset < total * (1 - 1e-6);
  }

  /**
   * The dashes as contours of one path; empty when they are too many.
   *
   * @param lengths of dashes and gaps in turn, in the path's unit, an even number, their sum above
   *     0
   * @param offset where in the list the path begins, in that unit too
   */
  public static Optional<Geometry.Path> cut(Geometry.Path path, double[] lengths, double offset) {
    double total = Arrays.stream(lengths).sum();
    if (!(total > 0 && total < Double.POSITIVE_INFINITY) || !Double.isFinite(offset)) {
      return Optional.empty();
    }
    Dashes dashes = new Dashes(lengths, offset);
    return dashes.follow(path, offset) ? Optional.of(dashes.out.path()) : Optional.empty();
  }

  /**
   * How many dashes a path may have at most: its control polygon is never shorter than it is.
   *
   * @param lengths of dashes and gaps in turn
   * @param scale units of the path to one of these
   */
  public static double most(Geometry.Path path, double[] lengths, double scale) {
    double total = Arrays.stream(lengths).sum() * scale;
    double polygon = 0;
    double[] c = path.coordinates();
    for (int i = 2; i < c.length; i += 2) {
      polygon += Math.hypot(c[i] - c[i - 2], c[i + 1] - c[i - 1]);
    }
    return 2 * polygon / total * lengths.length;
  }

  private void start(double offset) {
    double total = Arrays.stream(lengths).sum();
    double rest = offset - total * Math.floor(offset / total);
    if (!(rest >= 0 && rest <= total)) {
      rest = offset % total + (offset < 0 ? total : 0); // many repeats: the remainder is exact
    }
    index = 0;
    for (int i = 0; i < lengths.length && rest >= lengths[index] && rest > 0; i++) {
      rest -= lengths[index];
      index = (index + 1) % lengths.length;
    }
    left = Math.max(0, lengths[index] - rest);
  }

  /** False where there are too many dashes to go on. */
  private boolean follow(Geometry.Path path, double offset) {
    int i = 0;
    for (byte command : path.commands()) {
      i += follow(command, path.coordinates(), i, offset);
      if (pieces > MOST_PIECES) {
        return false;
      }
    }
    return true;
  }

  /** How many coordinates it takes. */
  private int follow(byte command, double[] c, int i, double offset) {
    return switch (command) {
      case Geometry.Path.MOVE -> {
        start(offset);
        penDown = false;
        startX = c[i];
        startY = c[i + 1];
        yield reached(startX, startY, 2);
      }
      case Geometry.Path.LINE -> {
        line(x, y, c[i], c[i + 1]);
        yield reached(c[i], c[i + 1], 2);
      }
      case Geometry.Path.CURVE -> {
        curve(new double[] {x, y, c[i], c[i + 1], c[i + 2], c[i + 3], c[i + 4], c[i + 5]});
        yield reached(c[i + 4], c[i + 5], 6);
      }
      default -> {
        line(x, y, startX, startY);
        yield reached(startX, startY, 0);
      }
    };
  }

  private int reached(double atX, double atY, int coordinates) {
    x = atX;
    y = atY;
    return coordinates;
  }

  private void line(double x1, double y1, double x2, double y2) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    if (!Double.isFinite(length)) {
      pieces = MOST_PIECES + 1;
    }
    double at = 0;
    while (length - at > 0 && pieces <= MOST_PIECES) {
      double to = Math.min(length, at + left);
      double dx = (x2 - x1) / length;
      double dy = (y2 - y1) / length;
      if (index % 2 == 0) {
        begin(x1 + at * dx, y1 + at * dy);
        double end = lengths[index] == 0 ? to + DOT : to;
        out.line(x1 + end * dx, y1 + end * dy);
      }
      used(to - at, to >= length);
      at = to;
    }
  }

  private void curve(double[] c) {
    double[] lengthTo = lengthsTo(c);
    double length = lengthTo[CURVE_STEPS];
    if (!Double.isFinite(length)) {
      pieces = MOST_PIECES + 1;
    }
    double at = 0;
    while (length - at > 0 && pieces <= MOST_PIECES) {
      double to = Math.min(length, at + left);
      if (index % 2 == 0) {
        double end = lengths[index] == 0 ? Math.min(length, to + DOT) : to;
        double[] piece = CubicPiece.of(c, parameter(lengthTo, at), parameter(lengthTo, end));
        begin(piece[0], piece[1]);
        out.curve(piece[2], piece[3], piece[4], piece[5], piece[6], piece[7]);
      }
      used(to - at, to >= length);
      at = to;
    }
  }

  private void begin(double x, double y) {
    if (!penDown) {
      out.move(x, y);
      penDown = true;
      pieces++;
    }
  }

  /**
   * Counts down the dash or gap; one that ends just where the segment does goes on at the next. One
   * that ends within the segment is used up, whatever rounding leaves of it: far from the origin a
   * rest may be too small to move on by. So each turn of a loop ends a dash, a gap or the segment,
   * and {@link #MOST_PIECES} bounds them.
   */
  private void used(double length, boolean segmentEnds) {
    left -= length;
    if (left <= 0 || !segmentEnds) {
      index = (index + 1) % lengths.length;
      left = lengths[index];
      penDown = false;
    }
  }

  private static double[] lengthsTo(double[] c) {
    double[] lengthTo = new double[CURVE_STEPS + 1];
    double x = c[0];
    double y = c[1];
    for (int i = 1; i <= CURVE_STEPS; i++) {
      double[] upTo = CubicPiece.of(c, 0, (double) i / CURVE_STEPS);
      lengthTo[i] = lengthTo[i - 1] + Math.hypot(upTo[6] - x, upTo[7] - y);
      x = upTo[6];
      y = upTo[7];
    }
    return lengthTo;
  }

  private static double parameter(double[] lengthTo, double length) {
    int i = 1;
    while (i < CURVE_STEPS && lengthTo[i] < length) {
      i++;
    }
    double step = lengthTo[i] - lengthTo[i - 1];
    double share = step <= 0 ? 0 : (length - lengthTo[i - 1]) / step;
    return Math.min(1, (i - 1 + share) / CURVE_STEPS);
  }
}
