package dev.deckmill.svgpptx.analyze.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class ClipTest {
  private static final Extent LINE = new Extent(0, 0, 100, 100);

  @Test
  void aHalfLeavesAHalf() {
    assertThat(Clip.of(new Area(new Rectangle2D.Double(-10, -10, 60, 200))).share(LINE))
        .isEqualTo(0.5);
  }

  @Test
  void aHoleIsNotSeenThrough() {
    Area ring = new Area(new Rectangle2D.Double(0, 0, 100, 100));
    ring.subtract(new Area(new Rectangle2D.Double(20, 20, 50, 40)));
    assertThat(Clip.of(ring).share(LINE)).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void piecesAreAddedUp() {
    Area both = new Area(new Rectangle2D.Double(0, 0, 20, 100));
    both.add(new Area(new Rectangle2D.Double(60, 0, 30, 100)));
    assertThat(Clip.of(both).share(LINE)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void curvesCountAsTheyRun() {
    assertThat(Clip.of(new Area(new Ellipse2D.Double(0, 0, 100, 100))).share(LINE))
        .isCloseTo(Math.PI / 4, within(0.02));
  }

  @Test
  void nothingHasNoShare() {
    Clip page = Clip.of(new Area(new Rectangle2D.Double(0, 0, 100, 100)));
    assertThat(page.share(Extent.EMPTY)).isZero();
    assertThat(page.share(new Extent(10, 10, 10, 50))).isZero();
    assertThat(page.share(new Extent(200, 200, 300, 300))).isZero();
  }
}
