package dev.deckmill.svgpptx.analyze.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NearPathTest {
  private static final Box BOX = new Box(-1_000, -1_000, 2_000, 2_000);

  @Test
  void leavesAPathThatIsNearAsItIs() {
    Geometry.Path path = new PathBuilder(4).move(0, 0).line(9, 0).line(9, 9).close().path();
    assertThat(NearPath.of(path, BOX)).isSameAs(path);
  }

  @Test
  void keepsWhatAFarPathEnclosesWithinTheBox() {
    Geometry.Path far =
        new PathBuilder(4).move(0, 0).line(50_000, 10_000).line(50_000, 60_000).close().path();
    Geometry.Path near = NearPath.of(far, BOX);
    assertThat(inBox(near).getBounds2D().getHeight())
        .isCloseTo(inBox(far).getBounds2D().getHeight(), within(1e-3));
    Area difference = inBox(near);
    difference.exclusiveOr(inBox(far));
    assertThat(size(difference)).isLessThan(1);
    assertThat(size(inBox(far))).isGreaterThan(100_000);
  }

  @Test
  void leavesNoCoordinateOutsideTheBoxHoweverFarACurveGoes() {
    Geometry.Path far =
        new PathBuilder(4).move(0, 6).curve(43, 2, 33, 4, 26, 1e16).curve(19, 4, 9, 2, 0, 6).path();
    assertThat(Arrays.stream(NearPath.of(far, BOX).coordinates()).map(Math::abs).max())
        .hasValue(1_000);
  }

  @Test
  void comesToAnEndWhereNumbersDo() {
    Geometry.Path far =
        new PathBuilder(4).move(1e30, -1e30).curve(-1e30, 1e30, 1e30, 5, 0, 1e-30).close().path();
    assertThat(NearPath.of(far, BOX).commands()).hasSizeLessThan(1_000);
  }

  /** In square units, by the shoelace formula. */
  private static double size(Area area) {
    double twice = 0;
    double[] at = new double[6];
    double[] last = {0, 0};
    double[] start = {0, 0};
    for (PathIterator i = area.getPathIterator(null, 0.01); !i.isDone(); i.next()) {
      int segment = i.currentSegment(at);
      double[] to = segment == PathIterator.SEG_CLOSE ? start : new double[] {at[0], at[1]};
      if (segment == PathIterator.SEG_MOVETO) {
        start = to;
      } else {
        twice += last[0] * to[1] - to[0] * last[1];
      }
      last = to;
    }
    return Math.abs(twice) / 2;
  }

  private static Area inBox(Geometry.Path path) {
    Area area = new Area(Outlines.shape(path, FillRule.NONZERO));
    area.intersect(new Area(new Rectangle2D.Double(BOX.x(), BOX.y(), BOX.width(), BOX.height())));
    return area;
  }
}
