package dev.deckmill.svgpptx.analyze.geometry;

/** Parts of cubic curves: de Casteljau's construction. */
final class CubicPiece {
  private CubicPiece() {}

  /**
   * The curve between two parameters, by blossoms.
   *
   * @param c x and y of its start, its control points and its end
   */
  static double[] of(double[] c, double from, double to) {
    double[] piece = new double[8];
    for (int axis = 0; axis < 2; axis++) {
      piece[axis] = blossom(c, axis, from, from, from);
      piece[2 + axis] = blossom(c, axis, from, from, to);
      piece[4 + axis] = blossom(c, axis, from, to, to);
      piece[6 + axis] = blossom(c, axis, to, to, to);
    }
    return piece;
  }

  private static double blossom(double[] c, int axis, double t1, double t2, double t3) {
    double a = mix(c[axis], c[2 + axis], t1);
    double b = mix(c[2 + axis], c[4 + axis], t1);
    double d = mix(c[4 + axis], c[6 + axis], t1);
    return mix(mix(a, b, t2), mix(b, d, t2), t3);
  }

  private static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
