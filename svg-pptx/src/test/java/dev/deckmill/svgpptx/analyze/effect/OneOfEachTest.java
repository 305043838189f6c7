package dev.deckmill.svgpptx.analyze.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.analyze.plan.ShapeEffect;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneOfEachTest {
  private static final ShapeEffect FAINT = new ShapeEffect.Shadow(2, 2, 1, new Rgba(0, 0.2));
  private static final ShapeEffect STRONG = new ShapeEffect.Shadow(4, 4, 1, new Rgba(0, 0.6));
  private static final ShapeEffect WIDE = new ShapeEffect.Glow(8, new Rgba(0xff0000, 1));
  private static final ShapeEffect TIGHT = new ShapeEffect.Glow(2, new Rgba(0xff0000, 1));

  @Test
  void keepsOneShadowAndOneGlow() {
    assertThat(OneOfEach.of(List.of(FAINT), List.of(WIDE))).containsExactly(FAINT, WIDE);
  }

  @Test
  void ofTwoShadowsTheStrongerStays() {
    assertThat(OneOfEach.of(List.of(STRONG), List.of(FAINT))).containsExactly(STRONG);
  }

  @Test
  void ofTwoGlowsTheTighterBecomesAShadowThatLiesStraightBelow() {
    assertThat(OneOfEach.of(List.of(WIDE), List.of(TIGHT)))
        .containsExactly(new ShapeEffect.Shadow(0, 0, 2, new Rgba(0xff0000, 1)), WIDE);
  }
}
