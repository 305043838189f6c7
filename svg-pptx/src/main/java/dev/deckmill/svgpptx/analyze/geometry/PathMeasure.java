package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A path by the distance along it (SVG 2 §9.6): where it is there, and which way it goes. Moves
 * have no length.
 */
public final class PathMeasure {
  /** Into how many chords a curve is cut; fewer where a path is very long. */
  private static final int PIECES = 32;

  private static final int FEW_PIECES = 4;
  private static final int LONG = 5_000;

  private final int pieces;
  private double[] ends = new double[64];
  private double[] chords = new double[64 * 6];
  private int size;
  private double x;
  private double y;

  private PathMeasure(int commands) {
    this.pieces = commands > LONG ? FEW_PIECES : PIECES;
  }

  /**
   * A point of a path.
   *
   * @param degrees of its direction there, clockwise from the right
   */
  public record At(double x, double y, double degrees) {}

  public static PathMeasure of(Geometry.Path path) {
    PathMeasure measure = new PathMeasure(path.commands().length);
    double[] c = path.coordinates();
    double startX = 0;
    double startY = 0;
    int at = 0;
    for (byte command : path.commands()) {
      switch (command) {
        case Geometry.Path.MOVE -> {
          startX = measure.x = c[at++];
          startY = measure.y = c[at++];
        }
        case Geometry.Path.LINE -> measure.line(c[at++], c[at++]);
        case Geometry.Path.CURVE -> {
          measure.curve(c, at);
          at += 6;
        }
        default -> measure.line(startX, startY);
      }
    }
    return measure;
  }

  public double length() {
    return size == 0 ? 0 : ends[size - 1];
  }

  /** The point at a distance from the path's beginning; null where the path doesn't reach it. */
  public @Nullable At at(double distance) {
    if (!(distance >= 0 && distance <= length()) || size == 0) {
      return null;
    }
    int found = Arrays.binarySearch(ends, 0, size, distance);
    int i = found >= 0 ? found : -1 - found;
    double begin = i == 0 ? 0 : ends[i - 1];
    double t = (distance - begin) / (ends[i] - begin);
    int c = 6 * i;
    return new At(
        chords[c] + t * (chords[c + 2] - chords[c]),
        chords[c + 1] + t * (chords[c + 3] - chords[c + 1]),
        Math.toDegrees(between(chords[c + 4], chords[c + 5], t)));
  }

  /** The angle between two, the shorter way round; in radians. */
  private static double between(double from, double to, double t) {
    return from + t * Math.IEEEremainder(to - from, 2 * Math.PI);
  }

  private void line(double toX, double toY) {
    double angle = Math.atan2(toY - y, toX - x);
    chord(toX, toY, angle, angle);
  }

  private void curve(double[] c, int at) {
    double[] px = {x, c[at], c[at + 2], c[at + 4]};
    double[] py = {y, c[at + 1], c[at + 3], c[at + 5]};
    double before = direction(px, py, 0);
    for (int i = 1; i <= pieces; i++) {
      double t = (double) i / pieces;
      double after = direction(px, py, t);
      chord(value(px, t), value(py, t), before, after);
      before = after;
    }
  }

  private static double value(double[] p, double t) {
    double s = 1 - t;
    return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
  }

  /** Of the tangent; where control points coincide, of what is next to it. */
  private static double direction(double[] px, double[] py, double t) {
    double dx = slope(px, t);
    double dy = slope(py, t);
    if (Math.abs(dx) + Math.abs(dy) < 1e-9 * (Math.abs(px[3] - px[0]) + Math.abs(py[3] - py[0]))) {
      double beside = t < 0.5 ? t + 1e-4 : t - 1e-4;
      dx = slope(px, beside);
      dy = slope(py, beside);
    }
    return Math.atan2(dy, dx);
  }

  private static double slope(double[] p, double t) {
    double s = 1 - t;
    return s * s * (p[1] - p[0]) + 2 * s * t * (p[2] - p[1]) + t * t * (p[3] - p[2]);
  }

  private void chord(double toX, double toY, double before, double after) {
    double length = Math.hypot(toX - x, toY - y);
    if (length > 0) {
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, size * 2);
        chords = Arrays.copyOf(chords, size * 12);
      }
      ends[size] = length() + length;
      int c = 6 * size++;
      chords[c] = x;
      chords[c + 1] = y;
      chords[c + 2] = toX;
      chords[c + 3] = toY;
      chords[c + 4] = before;
      chords[c + 5] = after;
    }
    x = toX;
    y = toY;
  }
}
