package dev.deckmill.svgpptx.analyze.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.SlideOptions.Limits;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import dev.deckmill.svgpptx.parse.value.PathParser;
import dev.deckmill.svgpptx.parse.xml.PageBudget;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "M0 0H10V10H0Z",
        "M50 0L60 40L100 50L60 60L50 100L40 60L0 50L40 40Z",
        "M0 0H100V100H0Z M20 20V80H80V20Z",
        "M0 50C0 0 100 0 100 50C100 100 0 100 0 50Z",
        "M0 0L100 100V0L0 100Z",
        "M0 0H10V10H0Z M20 0H30V10H20Z",
        "M0 0L10 0L0 0",
        "M0 0C100 100 0 100 100 0Z",
        "M5 5"
      })
  void keepsPathsThatBothRulesFillAlike(String data) throws PageRejected {
    assertThat(FillRules.evenOdd(path(data), FillRule.NONZERO)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "M500 500H510V510H500Z",
        "M500 500H510V510H500",
        "M150 100C150 130 100 150 100 150S50 130 50 100S80 50 100 50S150 80 150 100Z",
        "M550 500L560 540L600 550L560 560L550 600L540 560L500 550L540 540Z"
      })
  void seesAtOnceThatAPathGoesRoundOnce(String data) throws PageRejected {
    assertThat(SingleTurn.is(path(data))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "M50 0L80 100L0 38H100L20 100Z",
        "M0 0H10V10H0Z M20 0H30V10H20Z",
        "M0 0H100V50H20V20H80V80H0Z",
        "M0 0H10V10H0Z L5 5",
        "M0 0L100 100V0L0 100Z"
      })
  void takesNoOtherPathForSuch(String data) throws PageRejected {
    assertThat(SingleTurn.is(path(data))).isFalse();
  }

  @Test
  void keepsEveryPathOfTheEvenOddRule() throws PageRejected {
    Geometry.Path star = path("M50 0L80 100L0 38H100L20 100Z");
    assertThat(FillRules.evenOdd(star, FillRule.EVENODD)).isEmpty();
    assertThat(FillRules.evenOdd(star, FillRule.NONZERO)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "M50 0L80 100L0 38H100L20 100Z",
        // a loop inside a turn the other way round: turns cancel, windings don't
        "M0 0H100V100H0Z M10 10H60V60H10Z",
        "M0 50C0 0 100 0 100 50C100 100 0 100 0 50C0 0 100 0 100 50C100 100 0 100 0 50Z",
        "M0 0H60V60H0Z M40 40H100V100H40Z",
        "M0 0H60V60H0Z M30 0H90V60H30Z",
        "M0 0H100V50H20V20H80V80H0Z",
        "M10 50C10 -40 90 140 90 50C90 -40 10 140 10 50Z M20 20H80V80H20Z"
      })
  void fillsWhatTheNonzeroRuleFills(String data) throws PageRejected {
    assertSameInside(path(data), data);
  }

  @Test
  void keepsPathsOfLinesThatHaveNoInside() throws PageRejected {
    assertThat(FillRules.evenOdd(path("M4 4.5h7m2 0h1m1 0h1"), FillRule.NONZERO)).isEmpty();
    assertThat(FillRules.evenOdd(path("M0 0H9Z"), FillRule.NONZERO)).isEmpty();
  }

  @Test
  void fillsWhatTheNonzeroRuleFillsWhateverIsDrawn() throws PageRejected {
    Random random = new Random(7);
    int resolved = 0;
    for (int i = 0; i < 400; i++) {
      String data = scribble(random);
      resolved += assertSameInside(path(data), data) ? 1 : 0;
    }
    assertThat(resolved).isGreaterThan(300);
  }

  @Test
  void keepsCurvesWholeWhereTheyDoNotCross() throws PageRejected {
    Geometry.Path path =
        path("M0 50C0 0 100 0 100 50C100 100 0 100 0 50Z M60 50C60 0 160 0 160 50H60Z");
    Geometry.Path resolved = FillRules.evenOdd(path, FillRule.NONZERO).orElseThrow();
    int curves = 0;
    for (byte command : resolved.commands()) {
      curves += command == Geometry.Path.CURVE ? 1 : 0;
    }
    assertThat(curves).isLessThanOrEqualTo(4);
  }

  private static String scribble(Random random) {
    StringBuilder data = new StringBuilder();
    int contours = 1 + random.nextInt(3);
    // Small whole numbers make for touching and running along each other.
    boolean coarse = random.nextInt(4) == 0;
    for (int c = 0; c < contours; c++) {
      data.append('M').append(point(random, coarse));
      for (int i = 2 + random.nextInt(8); i > 0; i--) {
        int kind = random.nextInt(3);
        data.append("LQC".charAt(kind));
        for (int n = 0; n <= kind; n++) {
          data.append(point(random, coarse));
        }
      }
      data.append(random.nextBoolean() ? "Z" : "");
    }
    return data.toString();
  }

  private static String point(Random random, boolean coarse) {
    return coarse
        ? " " + random.nextInt(6) * 20 + " " + random.nextInt(6) * 20
        : " " + random.nextInt(1000) / 10.0 + " " + random.nextInt(1000) / 10.0;
  }

  /** Whether it took another path. */
  private static boolean assertSameInside(Geometry.Path path, String data) {
    Optional<Geometry.Path> resolved = FillRules.evenOdd(path, FillRule.NONZERO);
    Path2D wanted = Outlines.shape(path, FillRule.NONZERO);
    Path2D actual = Outlines.shape(resolved.orElse(path), FillRule.EVENODD);
    Rectangle2D box = wanted.getBounds2D();
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 40; j++) {
        double x = box.getX() + box.getWidth() * (i + 0.47) / 40;
        double y = box.getY() + box.getHeight() * (j + 0.53) / 40;
        if (farFromEdges(wanted, x, y)) {
          assertThat(actual.contains(x, y))
              .as("%s at %s %s", data, x, y)
              .isEqualTo(wanted.contains(x, y));
        }
      }
    }
    return resolved.isPresent();
  }

  private static boolean farFromEdges(Path2D shape, double x, double y) {
    boolean inside = shape.contains(x, y);
    double far = 0.6;
    for (int i = 0; i < 16; i++) {
      double angle = Math.PI * i / 8;
      for (double r = far / 3; r < far * 1.1; r += far / 5) {
        if (shape.contains(x + r * Math.cos(angle), y + r * Math.sin(angle)) != inside) {
          return false;
        }
      }
    }
    return true;
  }

  private static Geometry.Path path(String data) throws PageRejected {
    Geometry.Path path = PathParser.parse(data, new PageBudget(Limits.DEFAULT)).geometry();
    if (path == null) {
      throw new IllegalArgumentException(data);
    }
    return path;
  }
}
