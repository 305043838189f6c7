package dev.deckmill.svgpptx.parse.shape;

import dev.deckmill.svgpptx.ir.Geometry;
import java.util.ArrayList;
import java.util.List;

/** The vertices of an outline and the directions there (SVG 2 §13.7.4). */
final class Vertices {
  /**
   * A vertex.
   *
   * @param angle the bisector of the directions before and after, clockwise in degrees
   */
  record Vertex(double x, double y, double angle) {}

  private static final double NO_DIRECTION = Double.NaN;

  private final List<double[]> points = new ArrayList<>();

  private Vertices() {}

  static List<Vertex> of(Geometry geometry) {
    Vertices vertices = new Vertices();
    switch (geometry) {
      case Geometry.Path path -> vertices.path(path);
      case Geometry.Line line -> {
        vertices.start(line.x1(), line.y1());
        vertices.to(line.x1(), line.y1(), line.x1(), line.y1(), line.x2(), line.y2());
      }
      case Geometry.Rect rect -> vertices.start(rect.x(), rect.y());
      case Geometry.Ellipse ellipse -> vertices.start(ellipse.cx(), ellipse.cy());
    }
    return vertices.bisected();
  }

  /** x, y, direction in, direction out; directions in radians or NO_DIRECTION. */
  private void start(double x, double y) {
    points.add(new double[] {x, y, NO_DIRECTION, NO_DIRECTION});
  }

  /** A curve from the last point with two controls; a line's are its start. */
  private void to(double x1, double y1, double x2, double y2, double x, double y) {
    double[] last = last();
    double out = direction(last[0], last[1], x1, y1, x2, y2, x, y);
    double in = direction(x, y, x2, y2, x1, y1, last[0], last[1]);
    last[3] = out;
    points.add(new double[] {x, y, Double.isNaN(in) ? out : in + Math.PI, NO_DIRECTION});
  }

  /** Towards the first of the three points that lies elsewhere. */
  private static double direction(
      double x, double y, double x1, double y1, double x2, double y2, double x3, double y3) {
    if (x1 != x || y1 != y) {
      return Math.atan2(y1 - y, x1 - x);
    }
    if (x2 != x || y2 != y) {
      return Math.atan2(y2 - y, x2 - x);
    }
    return x3 != x || y3 != y ? Math.atan2(y3 - y, x3 - x) : NO_DIRECTION;
  }

  private void path(Geometry.Path path) {
    double[] c = path.coordinates();
    int at = 0;
    int subpath = 0;
    for (byte command : path.commands()) {
      switch (command) {
        case Geometry.Path.MOVE -> {
          move(c[at], c[at + 1], subpath == points.size());
          subpath = points.size() - 1;
          at += 2;
        }
        case Geometry.Path.LINE -> {
          line(c[at], c[at + 1]);
          at += 2;
        }
        case Geometry.Path.CURVE -> {
          to(c[at], c[at + 1], c[at + 2], c[at + 3], c[at + 4], c[at + 5]);
          at += 6;
        }
        default -> {
          close(subpath);
          subpath = points.size();
        }
      }
    }
  }

  /** A move right after a close only says where that one ended. */
  private void move(double x, double y, boolean closed) {
    boolean again = closed && !points.isEmpty() && last()[0] == x && last()[1] == y;
    if (!again) {
      start(x, y);
    }
  }

  private void line(double x, double y) {
    double[] last = last();
    to(last[0], last[1], last[0], last[1], x, y);
  }

  /** Once closed, a second Z adds nothing (SVG 2 §9.3.4). */
  private void close(int subpath) {
    if (subpath < points.size()) {
      double[] first = points.get(subpath);
      line(first[0], first[1]);
      last()[3] = first[3];
      first[2] = last()[2];
    }
  }

  private double[] last() {
    return points.get(points.size() - 1);
  }

  private List<Vertex> bisected() {
    List<Vertex> vertices = new ArrayList<>(points.size());
    for (double[] p : points) {
      double angle;
      if (Double.isNaN(p[2]) || Double.isNaN(p[3])) {
        angle = Double.isNaN(p[2]) ? p[3] : p[2];
      } else {
        angle = Math.atan2(Math.sin(p[2]) + Math.sin(p[3]), Math.cos(p[2]) + Math.cos(p[3]));
      }
      vertices.add(new Vertex(p[0], p[1], Double.isNaN(angle) ? 0 : Math.toDegrees(angle)));
    }
    return vertices;
  }
}
