package dev.deckmill.svgpptx.parse.geometry;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.parse.value.PathSink;

/** The equivalent paths of the basic shapes, and what can be done to them. */
public final class EquivalentPaths {
  /** Control points of a quarter circle, in radii. */
  private static final double KAPPA = 4.0 / 3 * (Math.sqrt(2) - 1);

  private static final int PIECES = 24;

  private EquivalentPaths() {}

  /** The equivalent path (SVG 2 §10). */
  public static Geometry.Path path(Geometry geometry) {
    PathSink out = new PathSink();
    switch (geometry) {
      case Geometry.Path path -> {
        return path;
      }
      case Geometry.Line l -> {
        out.move(l.x1(), l.y1());
        out.line(l.x2(), l.y2());
      }
      case Geometry.Ellipse e -> ellipse(out, e);
      case Geometry.Rect r -> rect(out, r);
    }
    Geometry.Path path = out.path();
    if (path == null) {
      throw new IllegalStateException("a basic shape has an outline");
    }
    return path;
  }

  private static void ellipse(PathSink out, Geometry.Ellipse e) {
    out.move(e.cx() + e.rx(), e.cy());
    double[][] turns = {{1, 0, 0, 1}, {0, 1, -1, 0}, {-1, 0, 0, -1}, {0, -1, 1, 0}};
    for (double[] t : turns) {
      corner(out, e.cx(), e.cy(), e.rx(), e.ry(), t);
    }
    out.close();
  }

  /** A quarter turn around a centre, from direction (t0, t1) to (t2, t3). */
  private static void corner(PathSink out, double cx, double cy, double rx, double ry, double[] t) {
    out.curve(
        cx + rx * (t[0] + KAPPA * t[2]),
        cy + ry * (t[1] + KAPPA * t[3]),
        cx + rx * (t[2] + KAPPA * t[0]),
        cy + ry * (t[3] + KAPPA * t[1]),
        cx + rx * t[2],
        cy + ry * t[3]);
  }

  private static void rect(PathSink out, Geometry.Rect r) {
    double right = r.x() + r.width();
    double bottom = r.y() + r.height();
    boolean round = r.rx() > 0 && r.ry() > 0;
    out.move(r.x() + r.rx(), r.y());
    out.line(right - r.rx(), r.y());
    if (round) {
      corner(out, right - r.rx(), r.y() + r.ry(), r.rx(), r.ry(), new double[] {0, -1, 1, 0});
    }
    out.line(right, bottom - r.ry());
    if (round) {
      corner(out, right - r.rx(), bottom - r.ry(), r.rx(), r.ry(), new double[] {1, 0, 0, 1});
    }
    out.line(r.x() + r.rx(), bottom);
    if (round) {
      corner(out, r.x() + r.rx(), bottom - r.ry(), r.rx(), r.ry(), new double[] {0, 1, -1, 0});
    }
    out.line(r.x(), r.y() + r.ry());
    if (round) {
      corner(out, r.x() + r.rx(), r.y() + r.ry(), r.rx(), r.ry(), new double[] {-1, 0, 0, -1});
    }
    out.close();
  }

  public static Geometry.Path moved(Geometry.Path path, Affine m) {
    if (m.isIdentity()) {
      return path;
    }
    double[] from = path.coordinates();
    double[] to = new double[from.length];
    for (int i = 0; i < from.length; i += 2) {
      to[i] = m.x(from[i], from[i + 1]);
      to[i + 1] = m.y(from[i], from[i + 1]);
    }
    return new Geometry.Path(path.commands(), to);
  }

  /** The length, with curves cut into short lines. */
  public static double length(Geometry.Path path) {
    double[] c = path.coordinates();
    double length = 0;
    double x = 0;
    double y = 0;
    double startX = 0;
    double startY = 0;
    int at = 0;
    for (byte command : path.commands()) {
      switch (command) {
        case Geometry.Path.MOVE -> {
          startX = c[at];
          startY = c[at + 1];
        }
        case Geometry.Path.LINE -> length += Math.hypot(c[at] - x, c[at + 1] - y);
        case Geometry.Path.CURVE -> {
          length += curve(x, y, c, at);
          at += 4;
        }
        default -> {
          length += Math.hypot(startX - x, startY - y);
          x = startX;
          y = startY;
          continue;
        }
      }
      x = c[at++];
      y = c[at++];
    }
    return length;
  }

  private static double curve(double x0, double y0, double[] c, int at) {
    double length = 0;
    double x = x0;
    double y = y0;
    for (int i = 1; i <= PIECES; i++) {
      double t = (double) i / PIECES;
      double s = 1 - t;
      double a = s * s * s;
      double b = 3 * s * s * t;
      double d = 3 * s * t * t;
      double e = t * t * t;
      double nextX = a * x0 + b * c[at] + d * c[at + 2] + e * c[at + 4];
      double nextY = a * y0 + b * c[at + 1] + d * c[at + 3] + e * c[at + 5];
      length += Math.hypot(nextX - x, nextY - y);
      x = nextX;
      y = nextY;
    }
    return length;
  }
}
