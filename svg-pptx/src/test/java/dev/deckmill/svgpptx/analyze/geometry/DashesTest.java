package dev.deckmill.svgpptx.analyze.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.ir.Geometry.Path;
import org.junit.jupiter.api.Test;

class DashesTest {
  @Test
  void dashesBeginWithinTheListAsFarAsTheOffsetSays() {
    Path dashes = cut(line(20), new double[] {4, 2}, 3);
    assertThat(dashes.coordinates())
        .containsExactly(
            new double[] {0, 0, 1, 0, 3, 0, 7, 0, 9, 0, 13, 0, 15, 0, 19, 0}, within(1e-9));
  }

  @Test
  void aNegativeOffsetBeginsWithWhatIsBeforeTheList() {
    Path dashes = cut(line(10), new double[] {4, 2}, -1);
    assertThat(dashes.coordinates())
        .containsExactly(new double[] {1, 0, 5, 0, 7, 0, 10, 0}, within(1e-9));
  }

  @Test
  void aDashGoesOnAroundACorner() {
    Path corner =
        new Path(new byte[] {Path.MOVE, Path.LINE, Path.LINE}, new double[] {0, 0, 3, 0, 3, 5});
    Path dashes = cut(corner, new double[] {4, 10}, 0);
    assertThat(dashes.commands()).containsExactly(Path.MOVE, Path.LINE, Path.LINE);
    assertThat(dashes.coordinates()).containsExactly(new double[] {0, 0, 3, 0, 3, 1}, within(1e-9));
  }

  @Test
  void eachContourBeginsTheListAnewAndAClosedOneIsFollowedToItsStart() {
    Path two =
        new Path(
            new byte[] {Path.MOVE, Path.LINE, Path.CLOSE, Path.MOVE, Path.LINE},
            new double[] {0, 0, 4, 0, 0, 9, 4, 9});
    Path dashes = cut(two, new double[] {3, 3}, 0);
    assertThat(dashes.coordinates())
        .containsExactly(new double[] {0, 0, 3, 0, 2, 0, 0, 0, 0, 9, 3, 9}, within(1e-9));
  }

  @Test
  void aPieceOfAStraightCurveIsAsLongAsItsDash() {
    Path curve =
        new Path(new byte[] {Path.MOVE, Path.CURVE}, new double[] {0, 0, 4, 0, 8, 0, 12, 0});
    double[] first = cut(curve, new double[] {6, 99}, 0).coordinates();
    assertThat(first[first.length - 2]).isCloseTo(6, within(0.01));
  }

  @Test
  void aDashThatEndsBetweenTwoDoublesIsUsedUp() {
    double emu = 12_700;
    double[] lengths = {21.24 * emu, 10.79 * emu};
    Path dashes = cut(line(1_800 * emu), lengths, 24.7 * emu);
    // The first gap has 7.33 units left; from there 56 whole periods of 32.03 follow.
    assertThat(dashes.coordinates()).hasSize(4 * 56);
    for (int i = 0; i < dashes.coordinates().length - 4; i += 4) {
      assertThat(dashes.coordinates()[i + 2] - dashes.coordinates()[i])
          .isCloseTo(lengths[0], within(1e-3));
    }
  }

  @Test
  void tooManyDashesAreNotCut() {
    assertThat(Dashes.cut(line(1e6), new double[] {1, 1}, 0)).isEmpty();
  }

  private static Path line(double length) {
    return new Path(new byte[] {Path.MOVE, Path.LINE}, new double[] {0, 0, length, 0});
  }

  private static Path cut(Path path, double[] lengths, double offset) {
    return Dashes.cut(path, lengths, offset).orElseThrow();
  }
}
