package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.plan.ShapeEffect;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * DrawingML has room for one shadow and one glow (ECMA-376 §20.1.8.26): of several those that are
 * seen most stay.
 */
public final class OneOfEach {
  private OneOfEach() {}

  /** Both lists in one that an effect list can hold, back to front. */
  public static List<ShapeEffect> of(List<ShapeEffect> lower, List<ShapeEffect> upper) {
    List<ShapeEffect.Shadow> shadows = new ArrayList<>();
    List<ShapeEffect.Glow> glows = new ArrayList<>();
    add(lower, shadows, glows);
    add(upper, shadows, glows);
    if (shadows.isEmpty() && glows.size() > 1) {
      // A glow is a shadow straight below; the wider one is left to be the glow.
      ShapeEffect.Glow tight =
          glows.stream().min(Comparator.comparingDouble(ShapeEffect.Glow::sigma)).orElseThrow();
      glows.remove(tight);
      shadows.add(tight.below());
    } else if (glows.isEmpty() && shadows.size() > 1) {
      // Straight below is where a glow lies, too.
      shadows.stream()
          .filter(ShapeEffect.Shadow::isStraight)
          .max(Comparator.comparingDouble(ShapeEffect.Shadow::sigma))
          .ifPresent(wide -> replace(wide, shadows, glows));
    }
    List<ShapeEffect> kept = new ArrayList<>(2);
    shadows.stream().max(byStrength()).ifPresent(kept::add);
    glows.stream().max(byStrength()).ifPresent(kept::add);
    return kept;
  }

  private static void replace(
      ShapeEffect.Shadow shadow, List<ShapeEffect.Shadow> shadows, List<ShapeEffect.Glow> glows) {
    shadows.remove(shadow);
    glows.add(new ShapeEffect.Glow(shadow.sigma(), shadow.color()));
  }

  private static void add(
      List<ShapeEffect> effects, List<ShapeEffect.Shadow> shadows, List<ShapeEffect.Glow> glows) {
    for (ShapeEffect effect : effects) {
      switch (effect) {
        case ShapeEffect.Shadow shadow -> shadows.add(shadow);
        case ShapeEffect.Glow glow -> glows.add(glow);
      }
    }
  }

  private static Comparator<ShapeEffect> byStrength() {
    return Comparator.comparing(ShapeEffect::color, Comparator.comparingDouble(Rgba::alpha));
  }
}
