package dev.deckmill.svgpptx.analyze.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds where segments cross, and cuts them into pieces there. */
final class SegmentIntersections {
  private static final double ROUNDING = 1e-9;
  private static final int REFINEMENTS = 4;

  /** Two cuts of a segment at one node are the same unless this much of it lies between them. */
  private static final double SAME = 1e-2;

  /**
   * A cut.
   *
   * @param t where it is among the segment's chords
   * @param exact where it is on the curve itself
   */
  private record Cut(int segment, double t, double exact, int node) {}

  /** What is left between two cuts of a segment. */
  record Piece(int segment, double t0, double t1, double exact0, double exact1, int n0, int n1) {}

  /**
   * Where the chords lie, in the order of their upper ends: nearly all of them are looked at for
   * nothing else, one after the other.
   */
  private static final class Sorted {
    private final double[] top;
    private final double[] left;
    private final double[] right;

    Sorted(FlattenedPath chords) {
      int n = chords.size;
      top = new double[n];
      left = new double[n];
      right = new double[n];
      for (int i = 0; i < n; i++) {
        int chord = chords.byTop[i];
        top[i] = chords.top(chord);
        left[i] = Math.min(chords.x0[chord], chords.x1[chord]);
        right[i] = Math.max(chords.x0[chord], chords.x1[chord]);
      }
    }
  }

  private final PathSegments segments;
  private final FlattenedPath chords;
  private final List<Cut> cuts = new ArrayList<>();
  private double[] nodes = new double[64];
  private int nodeCount;
  private boolean overlapping;

  SegmentIntersections(PathSegments segments, FlattenedPath chords) {
    this.segments = segments;
    this.chords = chords;
    Sorted sorted = new Sorted(chords);
    for (int i = 0; i < chords.size; i++) {
      meet(i, sorted);
    }
  }

  /** Whether something runs along something else, so that it can't be told what lies beside it. */
  boolean overlapping() {
    return overlapping;
  }

  int nodeCount() {
    return nodeCount;
  }

  double x(int node) {
    return nodes[2 * node];
  }

  double y(int node) {
    return nodes[2 * node + 1];
  }

  /** In the order of their segments, and along them. */
  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>(segments.size() + cuts.size());
    cuts.sort(Comparator.comparingInt(Cut::segment).thenComparingDouble(Cut::t));
    int at = 0;
    for (int s = 0; s < segments.size(); s++) {
      Cut from = new Cut(s, 0, 0, node(segments.at(s, 0), segments.at(s, 1)));
      Cut end = new Cut(s, 1, 1, node(segments.at(s, 6), segments.at(s, 7)));
      for (; at < cuts.size() && cuts.get(at).segment() == s; at++) {
        Cut to = cuts.get(at);
        if (!same(from, to) && !same(to, end)) {
          pieces.add(piece(from, to));
          from = to;
        }
      }
      if (!same(from, end)) {
        pieces.add(piece(from, end));
      }
    }
    return pieces;
  }

  private static boolean same(Cut from, Cut to) {
    return from.node() == to.node() && to.t() - from.t() < SAME;
  }

  private static Piece piece(Cut from, Cut to) {
    boolean ordered = from.exact() < to.exact();
    return new Piece(
        from.segment(),
        from.t(),
        to.t(),
        ordered ? from.exact() : from.t(),
        ordered ? to.exact() : to.t(),
        from.node(),
        to.node());
  }

  /** What a chord crosses of those that come after it in the order. */
  private void meet(int order, Sorted sorted) {
    int a = chords.byTop[order];
    double bottom = chords.bottom(a) + chords.tolerance;
    double left = sorted.left[order];
    double right = sorted.right[order];
    for (int i = order + 1; i < chords.size && !(sorted.top[i] > bottom); i++) {
      if (sorted.right[i] >= left && sorted.left[i] <= right) {
        int b = chords.byTop[i];
        if (!chords.follows(a, b)) {
          cross(a, b);
        }
      }
    }
  }

  private void cross(int a, int b) {
    double ax = chords.x1[a] - chords.x0[a];
    double ay = chords.y1[a] - chords.y0[a];
    double bx = chords.x1[b] - chords.x0[b];
    double by = chords.y1[b] - chords.y0[b];
    double dx = chords.x0[b] - chords.x0[a];
    double dy = chords.y0[b] - chords.y0[a];
    double cross = ax * by - ay * bx;
    double lengths = (ax * ax + ay * ay) * (bx * bx + by * by);
    if (cross * cross <= ROUNDING * ROUNDING * lengths) {
      overlapping |= alongside(ax, ay, bx, by, dx, dy);
      return;
    }
    double u = (dx * by - dy * bx) / cross;
    double v = (dx * ay - dy * ax) / cross;
    if (u < -ROUNDING || u > 1 + ROUNDING || v < -ROUNDING || v > 1 + ROUNDING) {
      return;
    }
    add(a, Math.clamp(u, 0, 1), b, Math.clamp(v, 0, 1));
  }

  /** Whether two parallel chords have more than a point in common. */
  private boolean alongside(double ax, double ay, double bx, double by, double dx, double dy) {
    double length = Math.sqrt(ax * ax + ay * ay);
    if (Math.abs(dx * ay - dy * ax) > chords.tolerance * 10 * length) {
      return false;
    }
    double from = (dx * ax + dy * ay) / length;
    double to = from + (bx * ax + by * ay) / length;
    return Math.min(Math.max(from, to), length) - Math.max(Math.min(from, to), 0)
        > chords.tolerance * 10;
  }

  private void add(int a, double u, int b, double v) {
    int one = chords.segment[a];
    int other = chords.segment[b];
    double ta = (chords.index[a] + u) / chords.count[one];
    double tb = (chords.index[b] + v) / chords.count[other];
    double[] exact = {ta, tb};
    if (!segments.isStraight(one) || !segments.isStraight(other)) {
      refine(one, other, exact);
    }
    if (Math.abs(exact[0] - ta) * chords.count[one] > 1
        || Math.abs(exact[1] - tb) * chords.count[other] > 1
        || !(exact[0] >= 0 && exact[0] <= 1 && exact[1] >= 0 && exact[1] <= 1)) {
      exact = new double[] {ta, tb};
    }
    int node =
        node(
            (segments.value(one, 0, exact[0]) + segments.value(other, 0, exact[1])) / 2,
            (segments.value(one, 1, exact[0]) + segments.value(other, 1, exact[1])) / 2);
    cuts.add(new Cut(one, ta, exact[0], node));
    cuts.add(new Cut(other, tb, exact[1], node));
  }

  /** Newton's method on the difference of both curves. */
  private void refine(int one, int other, double[] t) {
    for (int i = 0; i < REFINEMENTS; i++) {
      double dx = segments.value(one, 0, t[0]) - segments.value(other, 0, t[1]);
      double dy = segments.value(one, 1, t[0]) - segments.value(other, 1, t[1]);
      double ax = segments.slope(one, 0, t[0]);
      double ay = segments.slope(one, 1, t[0]);
      double bx = segments.slope(other, 0, t[1]);
      double by = segments.slope(other, 1, t[1]);
      double cross = ax * by - ay * bx;
      if (cross == 0 || Math.abs(dx) + Math.abs(dy) <= chords.tolerance) {
        return;
      }
      t[0] -= (dx * by - dy * bx) / cross;
      t[1] -= (dx * ay - dy * ax) / cross;
    }
  }

  /** The node at a point, or a new one. */
  private int node(double x, double y) {
    double near = chords.tolerance * 100;
    for (int i = nodeCount - 1; i >= 0; i--) {
      if (Math.abs(nodes[2 * i] - x) <= near && Math.abs(nodes[2 * i + 1] - y) <= near) {
        return i;
      }
    }
    if (2 * nodeCount == nodes.length) {
      nodes = Arrays.copyOf(nodes, nodes.length * 2);
    }
    nodes[2 * nodeCount] = x;
    nodes[2 * nodeCount + 1] = y;
    return nodeCount++;
  }
}
