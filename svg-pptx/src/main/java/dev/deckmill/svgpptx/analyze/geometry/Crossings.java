package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;

/** How often a path may run over itself, which is what area arithmetic on it costs. */
public final class Crossings {
  private Crossings() {}

  /**
   * Pairs of its pieces, but for neighbours, whose control points lie in boxes that meet: no fewer
   * than there are crossings. The time is quadratic in the number of pieces.
   *
   * @param most counting ends there
   */
  public static int possible(Geometry.Path path, int most) {
    double[][] boxes = boxes(path);
    int found = 0;
    for (int i = 0; i < boxes.length && found < most; i++) {
      for (int j = i + 2; j < boxes.length && found < most; j++) {
        if (meet(boxes[i], boxes[j])) {
          found++;
        }
      }
    }
    return found;
  }

  private static boolean meet(double[] a, double[] b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  }

  /** Left, top, right and bottom of each piece; of a move and a close, of nothing. */
  private static double[][] boxes(Geometry.Path path) {
    double[] c = path.coordinates();
    double[][] boxes = new double[path.commands().length][];
    int at = 0;
    for (int i = 0; i < boxes.length; i++) {
      byte command = path.commands()[i];
      int points = command == Geometry.Path.CLOSE ? 0 : command == Geometry.Path.CURVE ? 3 : 1;
      int from = command == Geometry.Path.MOVE || points == 0 ? at : at - 2;
      boxes[i] = around(c, from, at + 2 * points);
      at += 2 * points;
    }
    return boxes;
  }

  private static double[] around(double[] c, int from, int to) {
    double[] box = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int i = Math.max(0, from); i < to; i += 2) {
      box[0] = Math.min(box[0], c[i]);
      box[1] = Math.min(box[1], c[i + 1]);
      box[2] = Math.max(box[2], c[i]);
      box[3] = Math.max(box[3], c[i + 1]);
    }
    return box;
  }
}
