package dev.deckmill.svgpptx.analyze.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.ir.Geometry;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class FlattenedPathTest {
  private static final int POINTS = 2_000;

  @Test
  void ordersChordsThatLieAnywhere() {
    Random random = new Random(3);
    assertOrdered(zigzag(i -> random.nextDouble() * 1e6));
  }

  /** All but one begin in a thousandth of the height. */
  @Test
  void ordersChordsThatLieCloseTogether() {
    Random random = new Random(5);
    assertOrdered(zigzag(i -> i == 17 ? 1e6 : random.nextDouble() * 1e3));
  }

  @Test
  void ordersChordsOfNoHeight() {
    assertOrdered(zigzag(i -> 5));
  }

  /** Segments that lie beyond as a whole count as the sum of their chords does. */
  @Test
  void windsBeyondAPointAsTheSumOfAllChords() {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      FlattenedPath chords = curves(random, 12);
      for (int chord = 0; chord < chords.size; chord++) {
        double x = (chords.x0[chord] + chords.x1[chord]) / 2;
        double y = (chords.y0[chord] + chords.y1[chord]) / 2;
        assertThat(chords.windingBeyond(chord, x, y, true))
            .isEqualTo(sum(chords, chord, chords.y0, chords.y1, chords.x0, chords.x1, y, x));
        assertThat(chords.windingBeyond(chord, x, y, false))
            .isEqualTo(sum(chords, chord, chords.x0, chords.x1, chords.y0, chords.y1, x, y));
      }
    }
  }

  private static int sum(
      FlattenedPath chords,
      int without,
      double[] from,
      double[] to,
      double[] sideFrom,
      double[] sideTo,
      double along,
      double side) {
    int winding = 0;
    for (int c = 0; c < chords.size; c++) {
      double share = (along - from[c]) / (to[c] - from[c]);
      boolean crosses = from[c] <= along != to[c] <= along;
      if (c != without && crosses && sideFrom[c] + (sideTo[c] - sideFrom[c]) * share > side) {
        winding += from[c] <= along ? 1 : -1;
      }
    }
    return winding;
  }

  private static FlattenedPath curves(Random random, int count) {
    PathBuilder path = new PathBuilder(count + 2);
    double[] c = random.doubles(2L + 6L * count, 0, 1_000_000).toArray();
    path.move(c[0], c[1]);
    for (int i = 2; i < c.length; i += 6) {
      path.curve(c[i], c[i + 1], c[i + 2], c[i + 3], c[i + 4], c[i + 5]);
    }
    path.close();
    return new FlattenedPath(PathSegments.of(path.path()));
  }

  private static void assertOrdered(FlattenedPath chords) {
    double[] tops = Arrays.stream(chords.byTop).mapToDouble(chords::top).toArray();
    double[] sorted = tops.clone();
    Arrays.sort(sorted);
    assertThat(tops).containsExactly(sorted);
    assertThat(Arrays.stream(chords.byTop).distinct().count()).isEqualTo(chords.size);
  }

  private static FlattenedPath zigzag(IntToDoubleFunction y) {
    PathBuilder path = new PathBuilder(POINTS);
    path.move(0, y.applyAsDouble(0));
    for (int i = 1; i < POINTS; i++) {
      path.line(i * 10, y.applyAsDouble(i));
    }
    Geometry.Path built = path.path();
    return new FlattenedPath(PathSegments.of(built));
  }
}
