package dev.deckmill.svgpptx.analyze.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import java.awt.geom.Path2D;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final double SIDE = 1_000_000;
  private static final Window WINDOW = new Window(new Extent(0, 0, SIDE, SIDE));

  @Test
  void whatIsInsideEnclosesTheSameAsBefore() {
    Random random = new Random(7);
    for (int n = 0; n < 200; n++) {
      Geometry.Path path = scribble(random);
      Geometry.Path cut = WINDOW.inside(path);
      Extent extent = Extent.of(cut);
      assertThat(extent.isEmpty() || new Extent(-2, -2, SIDE + 2, SIDE + 2).contains(extent))
          .isTrue();
      Path2D before = Outlines.shape(path, FillRule.EVENODD);
      Path2D after = Outlines.shape(cut, FillRule.EVENODD);
      for (double x = 5_003; x < SIDE; x += 49_999) {
        for (double y = 5_003; y < SIDE; y += 49_999) {
          assertThat(after.contains(x, y)).isEqualTo(before.contains(x, y));
        }
      }
    }
  }

  /** Lines and curves of two contours, far beyond the window and within. */
  private static Geometry.Path scribble(Random random) {
    PathBuilder path = new PathBuilder(32);
    for (int contour = 0; contour < 2; contour++) {
      path.move(number(random), number(random));
      for (int i = 0; i < 6; i++) {
        if (random.nextBoolean()) {
          path.line(number(random), number(random));
        } else {
          path.curve(
              number(random),
              number(random),
              number(random),
              number(random),
              number(random),
              number(random));
        }
      }
      path.close();
    }
    return path.path();
  }

  private static double number(Random random) {
    return Math.round((random.nextDouble() * 3 - 1) * SIDE);
  }

  @Test
  void aLineIsLeftInAsManyPiecesAsAreInside() {
    Geometry.Path wave =
        new PathBuilder(4).move(-100, 500).line(300, 500).line(300, -900).line(700, 900).path();
    Geometry.Path pieces = WINDOW.along(wave);
    assertThat(pieces.commands()).containsExactly('M', 'L', 'L', 'M', 'L');
    assertThat(pieces.coordinates()[0]).isBetween(-1.0, 0.0);
    assertThat(pieces.coordinates()).endsWith(700, 900);
  }

  @Test
  void whatLiesOnASideOrFarOutIsCutInNoTime() {
    PathBuilder path = new PathBuilder(16).move(0, 0);
    for (int i = 0; i < 10_000; i++) {
      double off = i % 2 == 0 ? 1e-10 : -1e-10;
      path.curve(off, i * 90, -off, i * 90 + 30, off, i * 90 + 60);
    }
    path.line(1e89, 5).line(-1e89, 1e88).close();
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertThat(WINDOW.inside(path.path())).isNotNull();
          assertThat(WINDOW.along(path.path())).isNotNull();
        });
  }
}
