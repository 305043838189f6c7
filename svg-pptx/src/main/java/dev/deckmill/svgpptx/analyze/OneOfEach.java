package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.ir.Rgba;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * DrawingML has room for one shadow and one glow (ECMA-376 §20.1.8.26): of several those that are
 * seen most stay.
 */
final class OneOfEach {
  private OneOfEach() {}

  /** Both lists in one that an effect list can hold, back to front. */
  static List<Item.Glare> of(List<Item.Glare> lower, List<Item.Glare> upper) {
    List<Item.Glare.Shadow> shadows = new ArrayList<>();
    List<Item.Glare.Glow> glows = new ArrayList<>();
    add(lower, shadows, glows);
    add(upper, shadows, glows);
    if (shadows.isEmpty() && glows.size() > 1) {
      // A glow is a shadow straight below; the wider one is left to be the glow.
      Item.Glare.Glow tight =
          glows.stream().min(Comparator.comparingDouble(Item.Glare.Glow::sigma)).orElseThrow();
      glows.remove(tight);
      shadows.add(new Item.Glare.Shadow(0, 0, tight.sigma(), tight.color()));
    }
    List<Item.Glare> kept = new ArrayList<>(2);
    shadows.stream().max(byStrength()).ifPresent(kept::add);
    glows.stream().max(byStrength()).ifPresent(kept::add);
    return kept;
  }

  private static void add(
      List<Item.Glare> glares, List<Item.Glare.Shadow> shadows, List<Item.Glare.Glow> glows) {
    for (Item.Glare glare : glares) {
      switch (glare) {
        case Item.Glare.Shadow shadow -> shadows.add(shadow);
        case Item.Glare.Glow glow -> glows.add(glow);
      }
    }
  }

  private static Comparator<Item.Glare> byStrength() {
    return Comparator.comparing(Item.Glare::color, Comparator.comparingDouble(Rgba::alpha));
  }
}
