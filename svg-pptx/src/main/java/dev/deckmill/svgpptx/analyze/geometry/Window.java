package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Cuts paths at the sides of an upright rectangle: what they enclose, and what follows them. */
public final class Window {
  /** Java2D's area arithmetic compares each segment with those beside it. */
  private static final int MOST_SEGMENTS = 2_000;

  /** Halving a curve this often tells its cut from any other that could be seen. */
  private static final int MOST_HALVINGS = 30;

  /** Less than this nobody sees, in EMU; without it a line along a side would cross it forever. */
  private static final double SLACK = 1;

  private final Extent box;

  public Window(Extent box) {
    this.box = box;
  }

  /**
   * What of a path's inside is in the window, for the even-odd rule. Contours beside it go, those
   * in it stay as they are; where too many cross its sides they stay as well.
   */
  public Geometry.Path inside(Geometry.Path evenOdd) {
    PathBuilder kept = new PathBuilder(evenOdd.commands().length);
    PathBuilder crossing = new PathBuilder(16);
    for (Geometry.Path contour : contours(evenOdd)) {
      Extent extent = Extent.of(contour);
      if (box.contains(extent)) {
        kept.append(contour);
      } else if (box.overlaps(extent)) {
        crossing.append(contour);
      }
    }
    Geometry.Path cut = crossing.path();
    if (cut.commands().length <= MOST_SEGMENTS) {
      Area area = Outlines.area(cut, dev.deckmill.svgpptx.ir.Shape.FillRule.EVENODD);
      area.intersect(
          new Area(new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height())));
      cut = Outlines.path(area);
    }
    return kept.append(cut).path();
  }

  private static List<Geometry.Path> contours(Geometry.Path path) {
    List<Geometry.Path> contours = new ArrayList<>();
    double[] c = path.coordinates();
    PathBuilder contour = new PathBuilder(16);
    double x = 0;
    double y = 0;
    int i = 0;
    for (byte command : path.commands()) {
      switch (command) {
        case Geometry.Path.MOVE -> {
          contours.add(contour.path());
          contour = new PathBuilder(16).move(c[i], c[i + 1]);
          x = c[i];
          y = c[i + 1];
          i += 2;
        }
        case Geometry.Path.LINE -> {
          contour.line(c[i], c[i + 1]);
          i += 2;
        }
        case Geometry.Path.CURVE -> {
          contour.curve(c[i], c[i + 1], c[i + 2], c[i + 3], c[i + 4], c[i + 5]);
          i += 6;
        }
        default -> {
          // What comes after a close without a move begins where the contour did.
          contours.add(contour.close().path());
          contour = new PathBuilder(16).move(x, y);
        }
      }
    }
    contours.add(contour.path());
    contours.removeIf(one -> one.commands().length < 2);
    return contours;
  }

  /** What of a path is in the window, as what a line follows: in as many pieces as are left. */
  public Geometry.Path along(Geometry.Path path) {
    return new Pieces().of(NearPath.ofAny(path));
  }

  /** One path on its way. */
  private final class Pieces {
    private final PathBuilder out = new PathBuilder(16);
    private boolean penDown;
    private double from;
    private double to;

    Geometry.Path of(Geometry.Path path) {
      for (Geometry.Path contour : contours(path)) {
        if (box.contains(Extent.of(contour))) {
          out.append(contour);
        } else {
          follow(contour);
        }
      }
      return out.path();
    }

    private void follow(Geometry.Path contour) {
      penDown = false;
      double[] c = contour.coordinates();
      double x = c[0];
      double y = c[1];
      int i = 2;
      for (byte command : contour.commands()) {
        if (command == Geometry.Path.CURVE) {
          segment(
              new double[] {x, y, c[i], c[i + 1], c[i + 2], c[i + 3], c[i + 4], c[i + 5]}, true);
          x = c[i + 4];
          y = c[i + 5];
          i += 6;
        } else if (command != Geometry.Path.MOVE) {
          boolean closes = command == Geometry.Path.CLOSE;
          double toX = closes ? c[0] : c[i];
          double toY = closes ? c[1] : c[i + 1];
          segment(straight(x, y, toX, toY), false);
          x = toX;
          y = toY;
          i += closes ? 0 : 2;
        }
      }
    }

    private static double[] straight(double x, double y, double toX, double toY) {
      double dx = (toX - x) / 3;
      double dy = (toY - y) / 3;
      return new double[] {x, y, x + dx, y + dy, x + 2 * dx, y + 2 * dy, toX, toY};
    }

    private void segment(double[] c, boolean curved) {
      from = Double.NaN;
      halves(c, 0, 1, 0, curved);
      end(c, curved);
    }

    /** Each interval that is in the window goes on the one before it. */
    private void halves(double[] c, double start, double stop, int halvings, boolean curved) {
      double[] part = CubicPiece.of(c, start, stop);
      if (isWithin(part)) {
        if (Double.isNaN(from)) {
          from = start;
        }
        to = stop;
      } else if (isBeyondOneSide(part) || halvings == MOST_HALVINGS) {
        end(c, curved);
        penDown = false;
      } else {
        double middle = (start + stop) / 2;
        halves(c, start, middle, halvings + 1, curved);
        halves(c, middle, stop, halvings + 1, curved);
      }
    }

    private void end(double[] c, boolean curved) {
      if (Double.isNaN(from)) {
        return;
      }
      double[] part = CubicPiece.of(c, from, to);
      if (!penDown) {
        out.move(part[0], part[1]);
        penDown = true;
      }
      if (curved) {
        out.curve(part[2], part[3], part[4], part[5], part[6], part[7]);
      } else {
        out.line(part[6], part[7]);
      }
      from = Double.NaN;
    }
  }

  private boolean isWithin(double[] c) {
    for (int i = 0; i < c.length; i += 2) {
      if (!(c[i] >= box.left() - SLACK
          && c[i] <= box.right() + SLACK
          && c[i + 1] >= box.top() - SLACK
          && c[i + 1] <= box.bottom() + SLACK)) {
        return false;
      }
    }
    return true;
  }

  private boolean isBeyondOneSide(double[] c) {
    return isBeyond(c, 0, -box.left(), -1)
        || isBeyond(c, 0, box.right(), 1)
        || isBeyond(c, 1, -box.top(), -1)
        || isBeyond(c, 1, box.bottom(), 1);
  }

  private static boolean isBeyond(double[] c, int axis, double side, int sign) {
    for (int i = axis; i < c.length; i += 2) {
      if (sign * c[i] <= side) {
        return false;
      }
    }
    return true;
  }
}
