package dev.deckmill.svgpptx.analyze.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.ir.Geometry;
import org.junit.jupiter.api.Test;

class CrossingsTest {
  private static final int MOST = 100_000;

  @Test
  void linesThatDoNotMeet_crossNever() {
    assertThat(Crossings.possible(linesBelowEachOther(50), MOST)).isZero();
  }

  @Test
  void aPathOfTooManyPairs_countsAsCrossingItselfAsOftenAsAsked() {
    assertThat(Crossings.possible(linesBelowEachOther(8_000), MOST)).isEqualTo(MOST);
  }

  /** All as wide: whatever looks from the left meets each of them with every other. */
  private static Geometry.Path linesBelowEachOther(int count) {
    PathBuilder path = new PathBuilder(2 * count);
    for (int i = 0; i < count; i++) {
      path.move(0, 3 * i).line(100, 3 * i + 1);
    }
    return path.path();
  }
}
