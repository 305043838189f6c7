package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.analyze.plan.ShapeEffect;
import dev.deckmill.svgpptx.dml.Angle;
import dev.deckmill.svgpptx.dml.Color;
import dev.deckmill.svgpptx.dml.Effect;
import dev.deckmill.svgpptx.dml.Emu;
import java.util.List;

/** Shadows and glows. */
final class EffectMapper {
  /**
   * PowerPoint blurs a shadow with a standard deviation of a third of its radius: measured on a
   * deck that it exported as PDF, and by others at five radii.
   */
  private static final double RADIUS_OF_SIGMA = 3;

  /** How wide a glow of a radius is has nobody measured; about twice the deviation looks alike. */
  private static final double GLOW_RADIUS_OF_SIGMA = 2;

  /** A blurred copy has half its colour left at its edge, where a glow begins with all of it. */
  private static final double GLOW_AT_EDGE = 0.6;

  private EffectMapper() {}

  static List<Effect> effects(List<ShapeEffect> planned) {
    // Of most shapes there are none, and a stream would be made for each.
    return planned.isEmpty() ? List.of() : planned.stream().map(EffectMapper::effect).toList();
  }

  /**
   * Letters are so thin that a glow, which begins at their edge with its full colour, would drown
   * them: a shadow that lies straight below is what a blurred copy is.
   */
  static List<Effect> textEffects(List<ShapeEffect> planned) {
    if (planned.isEmpty()) {
      return List.of();
    }
    return effects(
        planned.stream()
            .map(
                one ->
                    one instanceof ShapeEffect.Glow glow && planned.size() == 1
                        ? new ShapeEffect.Shadow(0, 0, glow.sigma(), glow.color())
                        : one)
            .toList());
  }

  private static Effect effect(ShapeEffect one) {
    return switch (one) {
      case ShapeEffect.Shadow s ->
          new Effect.OuterShadow(
              Emu.rounded(s.sigma() * RADIUS_OF_SIGMA),
              Emu.rounded(Math.hypot(s.dx(), s.dy())),
              Angle.ofDegrees(Math.toDegrees(Math.atan2(s.dy(), s.dx()))),
              SlideMapper.color(s.color()));
      case ShapeEffect.Glow g ->
          new Effect.Glow(
              Emu.rounded(g.sigma() * GLOW_RADIUS_OF_SIGMA),
              Color.of(g.color().rgb(), g.color().alpha() * GLOW_AT_EDGE));
    };
  }
}
