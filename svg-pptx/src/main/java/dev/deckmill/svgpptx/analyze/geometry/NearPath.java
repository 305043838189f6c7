package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Geometry;
import java.awt.geom.Rectangle2D;

/**
 * A path whose parts far outside of a box are straight lines along the box's edges, which enclose
 * the same of what is in it. Renderers and Java2D's area arithmetic cut a curve into lines or solve
 * it, also where nobody sees it: one point at 1e16 takes them minutes.
 */
public final class NearPath {
  /** Halving a double this often leaves nothing of it; each halving goes on at the box's edges. */
  private static final int MOST_HALVINGS = 64;

  /**
   * Farther out than this (eight slides in EMU) nothing of a page or slide lies, whether in user
   * units or EMU.
   */
  private static final Box ANYWHERE = new Box(-1e8, -1e8, 2e8, 2e8);

  private final Extent kept;
  private final PathBuilder near = new PathBuilder(64);

  private NearPath(Box box) {
    this.kept = Extent.of(box);
  }

  /**
   * The path itself where it is near.
   *
   * @param box how far from what is seen coordinates are kept as they are
   */
  public static Geometry.Path of(Geometry.Path path, Box box) {
    NearPath near = new NearPath(box);
    return near.isWithin(path.coordinates()) ? path : near.follow(path);
  }

  /** The same, where it is not known what is seen: in user units or EMU. */
  public static Geometry.Path ofAny(Geometry.Path path) {
    return of(path, ANYWHERE);
  }

  /** Whether {@link #ofAny} leaves alone what has these bounds. */
  static boolean isAnywhereNear(Rectangle2D bounds) {
    return bounds.getMinX() >= ANYWHERE.x()
        && bounds.getMinY() >= ANYWHERE.y()
        && bounds.getMaxX() <= ANYWHERE.x() + ANYWHERE.width()
        && bounds.getMaxY() <= ANYWHERE.y() + ANYWHERE.height();
  }

  private boolean isWithin(double[] c) {
    return kept.containsPoints(c);
  }

  private Geometry.Path follow(Geometry.Path path) {
    double[] c = path.coordinates();
    double[] at = {0, 0, 0, 0};
    int i = 0;
    for (byte command : path.commands()) {
      switch (command) {
        case Geometry.Path.MOVE -> {
          near.move(nearX(c[i]), nearY(c[i + 1]));
          at = new double[] {c[i], c[i + 1], c[i], c[i + 1]};
          i += 2;
        }
        case Geometry.Path.LINE -> {
          straight(at, c[i], c[i + 1]);
          i += 2;
        }
        case Geometry.Path.CURVE -> {
          curve(
              new double[] {at[2], at[3], c[i], c[i + 1], c[i + 2], c[i + 3], c[i + 4], c[i + 5]},
              0);
          at[2] = c[i + 4];
          at[3] = c[i + 5];
          i += 6;
        }
        default -> {
          straight(at, at[0], at[1]);
          near.close();
        }
      }
    }
    return near.path();
  }

  /** A line, as the curve that it is too. */
  private void straight(double[] at, double x, double y) {
    double x0 = at[2];
    double y0 = at[3];
    double dx = (x - x0) / 3;
    double dy = (y - y0) / 3;
    double[] c = {x0, y0, x0 + dx, y0 + dy, x0 + 2 * dx, y0 + 2 * dy, x, y};
    if (isWithin(c)) {
      near.line(x, y);
    } else {
      curve(c, 0);
    }
    at[2] = x;
    at[3] = y;
  }

  private void curve(double[] c, int halvings) {
    if (isWithin(c)) {
      near.curve(c[2], c[3], c[4], c[5], c[6], c[7]);
    } else if (isBeyondOneEdge(c) || halvings == MOST_HALVINGS || !isFinite(c)) {
      near.line(nearX(c[6]), nearY(c[7]));
    } else {
      double[][] halves = halves(c);
      curve(halves[0], halvings + 1);
      curve(halves[1], halvings + 1);
    }
  }

  private boolean isBeyondOneEdge(double[] c) {
    return isBeyond(c, 0, kept.left(), kept.right()) || isBeyond(c, 1, kept.top(), kept.bottom());
  }

  private static boolean isBeyond(double[] c, int axis, double low, double high) {
    double a = c[axis];
    double b = c[2 + axis];
    double e = c[4 + axis];
    double f = c[6 + axis];
    return (a < low && b < low && e < low && f < low)
        || (a > high && b > high && e > high && f > high);
  }

  /** Halves of what is infinite are as far away as the whole, and nobody would come to an end. */
  private static boolean isFinite(double[] c) {
    double sum = 0;
    for (double each : c) {
      sum += Math.abs(each);
    }
    return Double.isFinite(sum);
  }

  /** De Casteljau's construction at the middle. */
  private static double[][] halves(double[] c) {
    double[] first = new double[8];
    double[] second = new double[8];
    for (int axis = 0; axis < 2; axis++) {
      double a = c[axis];
      double b = c[2 + axis];
      double e = c[4 + axis];
      double f = c[6 + axis];
      double ab = (a + b) / 2;
      double be = (b + e) / 2;
      double ef = (e + f) / 2;
      double abe = (ab + be) / 2;
      double bef = (be + ef) / 2;
      double middle = (abe + bef) / 2;
      set(first, axis, a, ab, abe, middle);
      set(second, axis, middle, bef, ef, f);
    }
    return new double[][] {first, second};
  }

  private static void set(double[] c, int axis, double a, double b, double e, double f) {
    c[axis] = a;
    c[2 + axis] = b;
    c[4 + axis] = e;
    c[6 + axis] = f;
  }

  private double nearX(double x) {
    return Double.isNaN(x) ? kept.left() : Math.clamp(x, kept.left(), kept.right());
  }

  private double nearY(double y) {
    return Double.isNaN(y) ? kept.top() : Math.clamp(y, kept.top(), kept.bottom());
  }
}
