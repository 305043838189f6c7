package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.analyze.geometry.SegmentIntersections.Piece;
import dev.deckmill.svgpptx.ir.Geometry;
import java.util.Arrays;
import java.util.List;

/**
 * Resolves the nonzero rule: cuts a path where it crosses itself, keeps the pieces that have inside
 * on one side alone, and joins them to contours again. Curves stay the curves they are.
 */
final class NonzeroResolver {
  /** What came of it. */
  sealed interface Outcome {
    /** The even-odd rule fills the same. */
    record Same() implements Outcome {}

    /** This path does it under the even-odd rule. */
    record Resolved(Geometry.Path path) implements Outcome {}

    /** Parts run along each other: it needs slower means. */
    record Unclear() implements Outcome {}
  }

  private final PathSegments segments;
  private final FlattenedPath chords;
  private final SegmentIntersections crossings;
  private final List<Piece> pieces;

  /** 1: kept, -1: kept the other way round, 0: not kept or used up. */
  private final int[] direction;

  private NonzeroResolver(
      PathSegments segments, FlattenedPath chords, SegmentIntersections crossings) {
    this.segments = segments;
    this.chords = chords;
    this.crossings = crossings;
    this.pieces = crossings.pieces();
    this.direction = new int[pieces.size()];
  }

  static Outcome resolve(PathSegments segments) {
    FlattenedPath chords = new FlattenedPath(segments);
    SegmentIntersections crossings = new SegmentIntersections(segments, chords);
    if (crossings.overlapping()) {
      return new Outcome.Unclear();
    }
    return new NonzeroResolver(segments, chords, crossings).resolve();
  }

  private Outcome resolve() {
    boolean all = true;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = direction(pieces.get(i));
      all &= direction[i] != 0;
    }
    if (all) {
      return new Outcome.Same();
    }
    return isBalanced() ? new Outcome.Resolved(joined()) : new Outcome.Unclear();
  }

  /** The way round that has the inside always on the same hand; 0 where both sides are inside. */
  private int direction(Piece piece) {
    int s = piece.segment();
    double middle = (piece.t0() + piece.t1()) / 2 * chords.count[s];
    int index = Math.min((int) middle, chords.count[s] - 1);
    int chord = chords.first(s) + index;
    double dx = chords.x1[chord] - chords.x0[chord];
    double dy = chords.y1[chord] - chords.y0[chord];
    boolean across = Math.abs(dy) >= Math.abs(dx);
    int beyond =
        chords.windingBeyond(
            chord,
            chords.x0[chord] + dx * (middle - index),
            chords.y0[chord] + dy * (middle - index),
            across);
    double along = across ? dy : dx;
    int before = beyond + (along > 0 ? 1 : -1);
    if (beyond != 0 && before != 0) {
      return 0;
    }
    return beyond != 0 == (across ? dy > 0 : dx < 0) ? 1 : -1;
  }

  /** Whether as many kept pieces end in each node as begin there. */
  private boolean isBalanced() {
    int[] surplus = new int[crossings.nodeCount()];
    for (int i = 0; i < direction.length; i++) {
      surplus[pieces.get(i).n0()] += direction[i];
      surplus[pieces.get(i).n1()] -= direction[i];
    }
    for (int n : surplus) {
      if (n != 0) {
        return false;
      }
    }
    return true;
  }

  private Geometry.Path joined() {
    PathBuilder out = new PathBuilder(pieces.size() + 8);
    int[] firstAt = new int[crossings.nodeCount()];
    int[] nextAt = new int[pieces.size()];
    Arrays.fill(firstAt, -1);
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (direction[i] != 0) {
        nextAt[i] = firstAt[start(i)];
        firstAt[start(i)] = i;
      }
    }
    for (int i = 0; i < pieces.size(); i++) {
      if (direction[i] != 0) {
        contour(i, out, firstAt, nextAt);
      }
    }
    return out.path();
  }

  private int start(int piece) {
    return direction[piece] > 0 ? pieces.get(piece).n0() : pieces.get(piece).n1();
  }

  private int end(int piece) {
    return direction[piece] > 0 ? pieces.get(piece).n1() : pieces.get(piece).n0();
  }

  private void contour(int first, PathBuilder out, int[] firstAt, int[] nextAt) {
    int home = start(first);
    out.move(crossings.x(home), crossings.y(home));
    int at = first;
    while (at >= 0) {
      int way = direction[at];
      int from = at;
      int node = end(at);
      direction[at] = 0;
      // What was one curve stays one.
      while (node != home && continues(at, way)) {
        at += way;
        node = end(at);
        direction[at] = 0;
      }
      boolean closing = node == home && segments.isStraight(pieces.get(from).segment());
      if (!closing) {
        draw(from, at, way, node, out);
      }
      at = node == home ? -1 : outgoing(node, firstAt, nextAt);
    }
    out.close();
  }

  private boolean continues(int piece, int way) {
    int next = piece + way;
    return next >= 0
        && next < direction.length
        && direction[next] == way
        && pieces.get(next).segment() == pieces.get(piece).segment();
  }

  private int outgoing(int node, int[] firstAt, int[] nextAt) {
    int at = firstAt[node];
    while (at >= 0 && direction[at] == 0) {
      at = nextAt[at];
    }
    firstAt[node] = at < 0 ? -1 : nextAt[at];
    return at;
  }

  private void draw(int from, int to, int way, int node, PathBuilder out) {
    int s = pieces.get(from).segment();
    if (segments.isStraight(s)) {
      out.line(crossings.x(node), crossings.y(node));
      return;
    }
    double t0 = way > 0 ? pieces.get(from).exact0() : pieces.get(from).exact1();
    double t1 = way > 0 ? pieces.get(to).exact1() : pieces.get(to).exact0();
    double[] p = segments.part(s, t0, t1);
    out.curve(p[2], p[3], p[4], p[5], crossings.x(node), crossings.y(node));
  }
}
