package dev.deckmill.svgpptx.analyze.geometry;

import java.awt.geom.Area;
import java.awt.geom.PathIterator;

/** The size of an area. */
final class FlatArea {
  private FlatArea() {}

  /**
   * By the outline's sums of corners, which run one way around what is inside and the other way
   * around holes.
   *
   * @param flatness how far a curve may lie from the lines that are taken for it, above 0
   * @return in squares of the area's unit, 0 or more
   */
  static double of(Area area, double flatness) {
    double[] to = new double[6];
    double[] begin = new double[2];
    double[] at = new double[2];
    double sum = 0;
    for (PathIterator path = area.getPathIterator(null, flatness); !path.isDone(); path.next()) {
      int segment = path.currentSegment(to);
      if (segment == PathIterator.SEG_MOVETO) {
        begin = new double[] {to[0], to[1]};
      } else {
        double[] next = segment == PathIterator.SEG_CLOSE ? begin : to;
        sum += at[0] * next[1] - next[0] * at[1];
      }
      at = segment == PathIterator.SEG_CLOSE ? begin.clone() : new double[] {to[0], to[1]};
    }
    return Math.abs(sum) / 2;
  }
}
