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
