package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the inside of a path the same under the even-odd rule, which PowerPoint applies within one
 * {@code a:path}, as it is under the rule it was drawn with.
 *
 * <p>The two rules differ only where contours lie within others of the same direction, or where one
 * winds around something more than once. Both are recognised cheaply: by the contours' directions
 * and boxes, and by how many full turns a contour makes. Only then the path is computed anew.
 */
final class FillRules {
  /** Beyond this, Java2D's area arithmetic takes seconds. */
  private static final int MOST_SEGMENTS = 4_000;

  private FillRules() {}

  /** Another path with the same inside, where one is needed. */
  static Optional<Geometry.Path> evenOdd(Geometry.Path path, FillRule rule) {
    if (rule == FillRule.EVENODD || path.commands().length > MOST_SEGMENTS || !differs(path)) {
      return Optional.empty();
    }
    return Optional.of(Outlines.path(new Area(Outlines.shape(path, rule))));
  }

  /** Whether the rules may fill different areas. */
  static boolean differs(Geometry.Path path) {
    List<Contour> contours = contours(path);
    for (int i = 0; i < contours.size(); i++) {
      Contour one = contours.get(i);
      if (Math.abs(one.turns) > 1) {
        return true;
      }
      for (int j = i + 1; j < contours.size(); j++) {
        Contour other = contours.get(j);
        if (one.area > 0 == other.area > 0 && one.extent().overlaps(other.extent())) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Contour> contours(Geometry.Path path) {
    List<Contour> contours = new ArrayList<>();
    Contour open = null;
    double[] c = path.coordinates();
    int i = 0;
    for (byte command : path.commands()) {
      if (command == Geometry.Path.MOVE) {
        if (open != null) {
          open.end();
        }
        open = new Contour(c[i], c[i + 1]);
        contours.add(open);
        i += 2;
      } else if (command != Geometry.Path.CLOSE && open != null) {
        int points = command == Geometry.Path.CURVE ? 3 : 1;
        for (int n = 0; n < points; n++) {
          open.to(c[i], c[i + 1]);
          i += 2;
        }
      }
    }
    if (open != null) {
      open.end();
    }
    return contours;
  }

  /** One contour, seen as the polygon of all its points. */
  private static final class Contour {
    private final double startX;
    private final double startY;
    private double x;
    private double y;
    private double dx;
    private double dy;
    private double firstDx;
    private double firstDy;
    private double left;
    private double top;
    private double right;
    private double bottom;
    private double area;
    private int turns;

    Contour(double x, double y) {
      this.startX = this.x = left = right = x;
      this.startY = this.y = top = bottom = y;
    }

    Extent extent() {
      return new Extent(left, top, right, bottom);
    }

    void to(double toX, double toY) {
      double stepX = toX - x;
      double stepY = toY - y;
      if (stepX == 0 && stepY == 0) {
        return;
      }
      area += x * toY - toX * y;
      if (dx == 0 && dy == 0) {
        firstDx = stepX;
        firstDy = stepY;
      } else {
        turn(stepX, stepY);
      }
      dx = stepX;
      dy = stepY;
      x = toX;
      y = toY;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }

    void end() {
      to(startX, startY);
      turn(firstDx, firstDy);
    }

    /** Counts how often the direction passes that of the x axis, forwards and backwards. */
    private void turn(double stepX, double stepY) {
      double cross = dx * stepY - dy * stepX;
      if (dy < 0 && stepY >= 0 && cross > 0) {
        turns++;
      } else if (dy >= 0 && stepY < 0 && cross < 0) {
        turns--;
      }
    }
  }
}
