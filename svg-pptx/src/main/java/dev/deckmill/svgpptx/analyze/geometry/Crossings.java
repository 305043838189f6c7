package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Geometry;
import java.util.Arrays;
import java.util.Comparator;

/** How often a path may run over itself, which is what area arithmetic on it costs. */
public final class Crossings {
  /** Where a box has the number of its piece. */
  private static final int NUMBER = 4;

  /** Pairs that are looked at: a path of more may cross itself as often as it likes. */
  private static final long MOST_PAIRS = 20_000_000;

  private Crossings() {}

  /**
   * Pairs of its pieces, but for neighbours, whose control points lie in boxes that meet: no fewer
   * than there are crossings. Only those are looked at that lie above each other.
   *
   * @param most counting ends there
   */
  public static int possible(Geometry.Path path, int most) {
    double[][] boxes = boxes(path);
    Arrays.sort(boxes, Comparator.comparingDouble(box -> box[0]));
    int found = 0;
    long pairs = 0;
    for (int i = 0; i < boxes.length && found < most && pairs < MOST_PAIRS; i++) {
      double right = boxes[i][2];
      for (int j = i + 1; j < boxes.length && boxes[j][0] < right && found < most; j++) {
        pairs++;
        if (Math.abs(boxes[i][NUMBER] - boxes[j][NUMBER]) > 1 && meet(boxes[i], boxes[j])) {
          found++;
        }
      }
    }
    return pairs < MOST_PAIRS ? found : most;
  }

  private static boolean meet(double[] a, double[] b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  }

  /** Left, top, right, bottom and number of each piece; of a move and a close, of nothing. */
  private static double[][] boxes(Geometry.Path path) {
    double[] c = path.coordinates();
    double[][] boxes = new double[path.commands().length][];
    int at = 0;
    for (int i = 0; i < boxes.length; i++) {
      byte command = path.commands()[i];
      int points = command == Geometry.Path.CLOSE ? 0 : command == Geometry.Path.CURVE ? 3 : 1;
      int from = command == Geometry.Path.MOVE || points == 0 ? at : at - 2;
      boxes[i] = around(c, from, at + 2 * points, i);
      at += 2 * points;
    }
    return boxes;
  }

  private static double[] around(double[] c, int from, int to, int number) {
    double[] box = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      number
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
