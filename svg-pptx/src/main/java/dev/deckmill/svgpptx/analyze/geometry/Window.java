package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import java.util.ArrayList;
import java.util.List;

/** Cuts paths at the sides of an upright rectangle: what they enclose, and what follows them. */
public final class Window {
  /** Halving a curve this often tells its cut from any other that could be seen. */
  private static final int MOST_HALVINGS = 30;

  /** Less than this nobody sees, in EMU; without it a line along a side would cross it forever. */
  private static final double SLACK = 1;

  private final Extent box;

  public Window(Extent box) {
    this.box = box;
  }

  /**
   * What of a path's inside is in the window, for the even-odd rule. Contours beside it go; of
   * those that cross its sides what is outside runs along the sides, which encloses the same.
   */
  public Geometry.Path inside(Geometry.Path evenOdd) {
    return new Pieces(true).of(NearPath.ofAny(evenOdd));
  }

  /** What of a path is in the window, as what a line follows: in as many pieces as are left. */
  public Geometry.Path along(Geometry.Path path) {
    return new Pieces(false).of(NearPath.ofAny(path));
  }

  /** A piece of a contour. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Segment(double[] points, boolean curved) {}

  /** The close, as a line, too. */
  private static List<Segment> segments(Geometry.Path contour) {
    List<Segment> segments = new ArrayList<>();
    double[] c = contour.coordinates();
    double x = c[0];
    double y = c[1];
    int i = 2;
    for (byte command : contour.commands()) {
      if (command == Geometry.Path.CURVE) {
        segments.add(
            new Segment(
                new double[] {x, y, c[i], c[i + 1], c[i + 2], c[i + 3], c[i + 4], c[i + 5]}, true));
        x = c[i + 4];
        y = c[i + 5];
        i += 6;
      } else if (command != Geometry.Path.MOVE) {
        boolean closes = command == Geometry.Path.CLOSE;
        double toX = closes ? c[0] : c[i];
        double toY = closes ? c[1] : c[i + 1];
        segments.add(new Segment(straight(x, y, toX, toY), false));
        x = toX;
        y = toY;
        i += closes ? 0 : 2;
      }
    }
    return segments;
  }

  private static double[] straight(double x, double y, double toX, double toY) {
    double dx = (toX - x) / 3;
    double dy = (toY - y) / 3;
    return new double[] {x, y, x + dx, y + dy, x + 2 * dx, y + 2 * dy, toX, toY};
  }

  /** A closed contour begins where it can't be seen, or its line would have ends there. */
  private List<Segment> fromOutside(List<Segment> segments, boolean closed) {
    int first = 0;
    while (closed && first < segments.size() && isSeen(segments.get(first))) {
      first++;
    }
    if (first == 0 || first == segments.size()) {
      return segments;
    }
    List<Segment> turned = new ArrayList<>(segments.subList(first, segments.size()));
    turned.addAll(segments.subList(0, first));
    return turned;
  }

  private boolean isSeen(Segment segment) {
    double x = segment.points()[0];
    double y = segment.points()[1];
    return x >= box.left() && x <= box.right() && y >= box.top() && y <= box.bottom();
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

  /** One path on its way. */
  private final class Pieces {
    private final PathBuilder out = new PathBuilder(16);
    private final boolean encloses;

    /** Where the pen is, and where it goes next along a side; NaN: nowhere. */
    private double atX;

    private double atY;
    private double nextX = Double.NaN;
    private double nextY;
    private boolean penDown;

    /** What of the segment at hand is inside, in shares of it; NaN: nothing so far. */
    private double from;

    private double to;

    Pieces(boolean encloses) {
      this.encloses = encloses;
    }

    Geometry.Path of(Geometry.Path path) {
      for (Geometry.Path contour : contours(path)) {
        Extent extent = Extent.of(contour);
        if (box.contains(extent)) {
          out.append(contour);
        } else if (!encloses || box.overlaps(extent)) {
          follow(contour);
        }
      }
      return out.path();
    }

    private void follow(Geometry.Path contour) {
      double[] c = contour.coordinates();
      penDown = false;
      if (encloses) {
        move(Math.clamp(c[0], box.left(), box.right()), Math.clamp(c[1], box.top(), box.bottom()));
      }
      byte last = contour.commands()[contour.commands().length - 1];
      boolean turns = !encloses && last == Geometry.Path.CLOSE;
      for (Segment segment : fromOutside(segments(contour), turns)) {
        segment(segment.points(), segment.curved());
      }
      if (encloses) {
        arrive();
        out.close();
      }
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
        outside(part[6], part[7]);
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
      if (penDown) {
        arrive();
      } else {
        move(part[0], part[1]);
      }
      if (curved) {
        out.curve(part[2], part[3], part[4], part[5], part[6], part[7]);
      } else {
        out.line(part[6], part[7]);
      }
      atX = part[6];
      atY = part[7];
      from = Double.NaN;
    }

    private void move(double x, double y) {
      out.move(x, y);
      penDown = true;
      atX = x;
      atY = y;
      nextX = Double.NaN;
    }

    /** Goes on outside: along the sides, where it encloses something. */
    private void outside(double x, double y) {
      if (!encloses) {
        penDown = false;
        return;
      }
      double sideX = Math.clamp(x, box.left(), box.right());
      double sideY = Math.clamp(y, box.top(), box.bottom());
      boolean straightOn =
          !Double.isNaN(nextX)
              && ((atX == nextX && nextX == sideX) || (atY == nextY && nextY == sideY));
      if (!straightOn) {
        arrive();
      }
      nextX = sideX;
      nextY = sideY;
    }

    private void arrive() {
      if (!Double.isNaN(nextX)
          && (Math.abs(nextX - atX) > SLACK || Math.abs(nextY - atY) > SLACK)) {
        out.line(nextX, nextY);
        atX = nextX;
        atY = nextY;
      }
      nextX = Double.NaN;
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
