package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import java.util.Arrays;

/**
 * The segments of a path one after the other, each as a cubic curve, with those that close its
 * contours; segments without length are left out.
 */
final class PathSegments {
  /** Start, two control points, end: x and y of each. */
  static final int NUMBERS = 8;

  private double[] points;
  private boolean[] straight;

  /** The segment after each one in its contour. */
  private int[] next;

  private int size;

  private PathSegments(int expected) {
    points = new double[expected * NUMBERS];
    straight = new boolean[expected];
    next = new int[expected];
  }

  static PathSegments of(Geometry.Path path) {
    byte[] commands = path.commands();
    double[] c = path.coordinates();
    // At most one a command, and one that closes the last contour.
    PathSegments segments = new PathSegments(commands.length + 1);
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    int first = 0;
    int i = 0;
    for (byte command : commands) {
      if (command == Geometry.Path.CURVE) {
        segments.curve(x, y, c, i);
        i += 6;
      } else if (command == Geometry.Path.LINE) {
        segments.line(x, y, c[i], c[i + 1]);
        i += 2;
      } else {
        segments.line(x, y, startX, startY);
        first = segments.closed(first);
        if (command == Geometry.Path.MOVE) {
          startX = c[i];
          startY = c[i + 1];
          i += 2;
        }
      }
      x = command == Geometry.Path.CLOSE || i == 0 ? startX : c[i - 2];
      y = command == Geometry.Path.CLOSE || i == 0 ? startY : c[i - 1];
    }
    segments.line(x, y, startX, startY);
    segments.closed(first);
    return segments;
  }

  int size() {
    return size;
  }

  boolean isStraight(int segment) {
    return straight[segment];
  }

  int next(int segment) {
    return next[segment];
  }

  /** One of a segment's {@link #NUMBERS}. */
  double at(int segment, int number) {
    return points[segment * NUMBERS + number];
  }

  /** A coordinate of the curve: {@code axis} 0 for x, 1 for y. */
  double value(int segment, int axis, double t) {
    int p = segment * NUMBERS + axis;
    double u = 1 - t;
    return straight[segment]
        ? points[p] * u + points[p + 6] * t
        : u * u * (u * points[p] + 3 * t * points[p + 2])
            + t * t * (3 * u * points[p + 4] + t * points[p + 6]);
  }

  /** A coordinate of the curve's derivative. */
  double slope(int segment, int axis, double t) {
    int p = segment * NUMBERS + axis;
    double u = 1 - t;
    return straight[segment]
        ? points[p + 6] - points[p]
        : 3
            * (u * u * (points[p + 2] - points[p])
                + 2 * u * t * (points[p + 4] - points[p + 2])
                + t * t * (points[p + 6] - points[p + 4]));
  }

  /** The control points of the part from {@code from} to {@code to}, which may be the smaller. */
  double[] part(int segment, double from, double to) {
    double[] part = new double[NUMBERS];
    double third = (to - from) / 3;
    for (int axis = 0; axis < 2; axis++) {
      part[axis] = value(segment, axis, from);
      part[2 + axis] = part[axis] + slope(segment, axis, from) * third;
      part[6 + axis] = value(segment, axis, to);
      part[4 + axis] = part[6 + axis] - slope(segment, axis, to) * third;
    }
    return part;
  }

  private void curve(double x, double y, double[] c, int at) {
    if (c[at] == x
        && c[at + 1] == y
        && c[at + 2] == x
        && c[at + 3] == y
        && c[at + 4] == x
        && c[at + 5] == y) {
      return;
    }
    int p = room();
    points[p] = x;
    points[p + 1] = y;
    System.arraycopy(c, at, points, p + 2, 6);
    size++;
  }

  private void line(double x, double y, double toX, double toY) {
    if (x == toX && y == toY) {
      return;
    }
    int p = room();
    points[p] = x;
    points[p + 1] = y;
    points[p + 6] = toX;
    points[p + 7] = toY;
    // Control points at a third and two thirds: the same line.
    points[p + 2] = x + (toX - x) / 3;
    points[p + 3] = y + (toY - y) / 3;
    points[p + 4] = x + (toX - x) * 2 / 3;
    points[p + 5] = y + (toY - y) * 2 / 3;
    straight[size] = true;
    size++;
  }

  private int room() {
    if (size == straight.length) {
      points = Arrays.copyOf(points, points.length * 2);
      straight = Arrays.copyOf(straight, size * 2);
      next = Arrays.copyOf(next, size * 2);
    }
    next[size] = size + 1;
    return size * NUMBERS;
  }

  /** Ends the contour that began with segment {@code first}; where the next one begins. */
  private int closed(int first) {
    if (size > first) {
      next[size - 1] = first;
    }
    return size;
  }
}
