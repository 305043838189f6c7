package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.dml.Emu;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a clip leaves of a straight line, as straight lines: where it is cut straight across. */
public final class LinePieces {
  private static final double ROUNDING = 2;

  /** A line no wider than this may be cut at a slant: nobody sees which. */
  private static final double THIN = Emu.ofPoints(2.5);

  private final double halfWidth;

  /** Of the contour at hand: from where to where it reaches on the one side and on the other. */
  private double left;

  private double right;
  private double otherLeft;
  private double otherRight;
  private boolean spans;

  private LinePieces(double width) {
    this.halfWidth = width / 2;
  }

  /**
   * The pieces from the line's start on; empty where something else than pieces is left.
   *
   * @param width of the line, whose ends are flat, in EMU
   */
  public static Optional<List<Form.Segment>> of(Form.Segment line, double width, Clip clip) {
    double length = Math.hypot(line.x2() - line.x1(), line.y2() - line.y1());
    if (!(length > ROUNDING)) {
      return Optional.empty();
    }
    double dx = (line.x2() - line.x1()) / length;
    double dy = (line.y2() - line.y1()) / length;
    AffineTransform alongX =
        new AffineTransform(
            dx, -dy, dy, dx, -line.x1() * dx - line.y1() * dy, line.x1() * dy - line.y1() * dx);
    Area seen = clip.area().createTransformedArea(alongX);
    seen.intersect(new Area(new Rectangle2D.Double(0, -width / 2, length, width)));
    return new LinePieces(width)
        .intervals(seen)
        .map(
            all ->
                all.stream()
                    .map(
                        i ->
                            new Form.Segment(
                                line.x1() + i[0] * dx,
                                line.y1() + i[0] * dy,
                                line.x1() + i[1] * dx,
                                line.y1() + i[1] * dy))
                    .toList());
  }

  private Optional<List<double[]>> intervals(Area seen) {
    List<double[]> intervals = new ArrayList<>();
    double[] c = new double[6];
    for (PathIterator at = seen.getPathIterator(null); !at.isDone(); at.next()) {
      switch (at.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> begin(c);
        case PathIterator.SEG_LINETO -> reach(c);
        case PathIterator.SEG_CLOSE -> {
          if (!isCutAcross()) {
            return Optional.empty();
          }
          intervals.add(new double[] {(left + otherLeft) / 2, (right + otherRight) / 2});
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    intervals.sort(Comparator.comparingDouble(i -> i[0]));
    return Optional.of(intervals);
  }

  private void begin(double[] c) {
    left = Double.POSITIVE_INFINITY;
    otherLeft = Double.POSITIVE_INFINITY;
    right = Double.NEGATIVE_INFINITY;
    otherRight = Double.NEGATIVE_INFINITY;
    spans = true;
    reach(c);
  }

  private void reach(double[] c) {
    if (Math.abs(c[1] - halfWidth) <= ROUNDING) {
      left = Math.min(left, c[0]);
      right = Math.max(right, c[0]);
    } else if (Math.abs(c[1] + halfWidth) <= ROUNDING) {
      otherLeft = Math.min(otherLeft, c[0]);
      otherRight = Math.max(otherRight, c[0]);
    } else {
      spans = false;
    }
  }

  private boolean isCutAcross() {
    double slant = 2 * halfWidth <= THIN ? 2 * halfWidth : ROUNDING;
    return spans && Math.abs(left - otherLeft) <= slant && Math.abs(right - otherRight) <= slant;
  }
}
