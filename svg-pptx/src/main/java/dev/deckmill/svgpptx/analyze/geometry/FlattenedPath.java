package dev.deckmill.svgpptx.analyze.geometry;

import java.util.Arrays;

/**
 * Segments cut into chords that are close to them, sorted by their upper ends, so that crossings
 * and winding numbers are found among straight lines.
 */
final class FlattenedPath {
  private static final int MOST_OF_ONE = 48;

  /** More would be sorted faster by other means. */
  private static final int MOST_IN_STRIP = 24;

  /** How far a chord may be from its curve, as a share of the whole path's size. */
  private static final double CLOSE = 3e-4;

  private final PathSegments segments;
  final double tolerance;
  final int size;
  final double[] x0;
  final double[] y0;
  final double[] x1;
  final double[] y1;
  final int[] segment;
  final int[] index;
  final int[] count;
  private final int[] first;

  /** Left, top, right and bottom of each segment's chords. */
  private final double[] boxes;

  /** The places of the chords in the order of their upper ends. */
  final int[] byTop;

  FlattenedPath(PathSegments segments) {
    this.segments = segments;
    int n = segments.size();
    double extent = extent(segments);
    this.tolerance = extent * 1e-9;
    count = new int[n];
    first = new int[n];
    int all = 0;
    for (int s = 0; s < n; s++) {
      count[s] = segments.isStraight(s) ? 1 : pieces(s, extent * CLOSE);
      all += count[s];
    }
    size = all;
    x0 = new double[all];
    y0 = new double[all];
    x1 = new double[all];
    y1 = new double[all];
    segment = new int[all];
    index = new int[all];
    boxes = new double[4 * n];
    int at = 0;
    for (int s = 0; s < n; s++) {
      at = cut(s, at);
      box(s);
    }
    byTop = sorted();
  }

  private static double extent(PathSegments s) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < s.size(); i++) {
      left = Math.min(left, s.at(i, 0));
      right = Math.max(right, s.at(i, 0));
      low = Math.min(low, s.at(i, 1));
      high = Math.max(high, s.at(i, 1));
    }
    return Math.max(right - left, high - low);
  }

  /** As many as keep the distance of chord and curve, an eighth of the second derivative's. */
  private int pieces(int s, double close) {
    double bend = Math.max(bend(s, 0), bend(s, 2));
    return (int)
        Math.clamp(Math.ceil(Math.sqrt(0.75 * bend / Math.max(close, 1e-300))), 2, MOST_OF_ONE);
  }

  private double bend(int s, int from) {
    double x = segments.at(s, from) - 2 * segments.at(s, from + 2) + segments.at(s, from + 4);
    double y = segments.at(s, from + 1) - 2 * segments.at(s, from + 3) + segments.at(s, from + 5);
    return Math.sqrt(x * x + y * y);
  }

  private int cut(int s, int from) {
    int at = from;
    double x = segments.at(s, 0);
    double y = segments.at(s, 1);
    first[s] = from;
    for (int i = 0; i < count[s]; i++) {
      boolean last = i == count[s] - 1;
      double t = (i + 1.0) / count[s];
      segment[at] = s;
      index[at] = i;
      x0[at] = x;
      y0[at] = y;
      x = x1[at] = last ? segments.at(s, 6) : segments.value(s, 0, t);
      y = y1[at] = last ? segments.at(s, 7) : segments.value(s, 1, t);
      at++;
    }
    return at;
  }

  private void box(int s) {
    int b = 4 * s;
    boxes[b] = boxes[b + 2] = segments.at(s, 0);
    boxes[b + 1] = boxes[b + 3] = segments.at(s, 1);
    for (int c = first[s]; c < first[s] + count[s]; c++) {
      boxes[b] = Math.min(boxes[b], x1[c]);
      boxes[b + 1] = Math.min(boxes[b + 1], y1[c]);
      boxes[b + 2] = Math.max(boxes[b + 2], x1[c]);
      boxes[b + 3] = Math.max(boxes[b + 3], y1[c]);
    }
  }

  /** In strips of equal height first, of which each then has few chords, whose order is quick. */
  private int[] sorted() {
    double[] tops = new double[size];
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      tops[i] = top(i);
      top = Math.min(top, tops[i]);
      bottom = Math.max(bottom, tops[i]);
    }
    double stripsPerUnit = size / Math.max(bottom - top, 1e-300);
    int[] strips = new int[size];
    int[] end = new int[size + 1];
    int fullest = 0;
    for (int i = 0; i < size; i++) {
      strips[i] = (int) ((tops[i] - top) * stripsPerUnit);
      fullest = Math.max(fullest, ++end[strips[i]]);
    }
    if (fullest > MOST_IN_STRIP) {
      return sorted(tops, top, bottom);
    }
    for (int strip = 1; strip <= size; strip++) {
      end[strip] += end[strip - 1];
    }
    int[] order = new int[size];
    for (int i = size - 1; i >= 0; i--) {
      order[--end[strips[i]]] = i;
    }
    for (int i = 1; i < size; i++) {
      int chord = order[i];
      int at = i;
      for (; at > 0 && tops[order[at - 1]] > tops[chord]; at--) {
        order[at] = order[at - 1];
      }
      order[at] = chord;
    }
    return order;
  }

  /** Also where many begin at nearly one height. */
  private int[] sorted(double[] tops, double top, double bottom) {
    // The place in the low bits of a number that orders by the upper end.
    long[] keys = new long[size];
    double k = (1L << 40) / Math.max(bottom - top, 1e-300);
    for (int i = 0; i < size; i++) {
      keys[i] = (long) ((tops[i] - top) * k) << 22 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) (keys[i] & ((1 << 22) - 1));
    }
    return order;
  }

  /** A segment's first chord; the others follow. */
  int first(int segment) {
    return first[segment];
  }

  double top(int chord) {
    return Math.min(y0[chord], y1[chord]);
  }

  double bottom(int chord) {
    return Math.max(y0[chord], y1[chord]);
  }

  /** Whether one chord begins where the other ends, in one contour. */
  boolean follows(int one, int other) {
    return next(one) == other || next(other) == one;
  }

  private int next(int chord) {
    int s = segment[chord];
    return chord + 1 < first[s] + count[s] ? chord + 1 : first[segments.next(s)];
  }

  /**
   * The winding number beyond a chord, seen from one of its points along an axis. Its sign means
   * something only within one chord.
   *
   * @param across whether to look along the x axis; else along the y axis
   */
  int windingBeyond(int chord, double x, double y, boolean across) {
    int winding = 0;
    for (int s = 0; s < count.length; s++) {
      // A curve that reaches into infinity has no chords.
      boolean aside =
          count[s] == 0
              || (across
                  ? y < boxes[4 * s + 1] || y > boxes[4 * s + 3] || x > boxes[4 * s + 2]
                  : x < boxes[4 * s] || x > boxes[4 * s + 2] || y > boxes[4 * s + 3]);
      if (!aside) {
        winding +=
            boxes[4 * s + (across ? 0 : 1)] > (across ? x : y)
                ? windingOfAll(s, x, y, across)
                : windingBeyond(chord, x, y, across, first[s], first[s] + count[s]);
      }
    }
    return winding;
  }

  /**
   * Of a segment that lies beyond as a whole its ends say it: what goes there and back is none. The
   * chord that the point lies on is never one of its own.
   */
  private int windingOfAll(int s, double x, double y, boolean across) {
    int last = first[s] + count[s] - 1;
    boolean from = across ? y0[first[s]] - y <= 0 : x0[first[s]] - x <= 0;
    boolean to = across ? y1[last] - y <= 0 : x1[last] - x <= 0;
    return from == to ? 0 : from ? 1 : -1;
  }

  private int windingBeyond(int chord, double x, double y, boolean across, int low, int high) {
    double[] along = across ? y0 : x0;
    double[] alongEnd = across ? y1 : x1;
    double[] side = across ? x0 : y0;
    double[] sideEnd = across ? x1 : y1;
    double position = across ? y : x;
    double height = across ? x : y;
    int winding = 0;
    double from = along[low] - position;
    for (int c = low; c < high; c++) {
      double to = alongEnd[c] - position; // where the next one begins
      if (from <= 0 != to <= 0 && c != chord) {
        double share = from / (from - to);
        if (side[c] + (sideEnd[c] - side[c]) * share - height > 0) {
          winding += from <= 0 ? 1 : -1;
        }
      }
      from = to;
    }
    return winding;
  }
}
