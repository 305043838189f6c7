package dev.deckmill.svgpptx.analyze.context;

import dev.deckmill.svgpptx.analyze.effect.OneOfEach;
import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.plan.ShapeEffect;
import dev.deckmill.svgpptx.ir.Affine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes around a node mean for it.
 *
 * @param toSlide from the space of the parent to EMU
 * @param opacity the product of their opacities, as far as it was passed down
 * @param clip all their clipping paths, or null
 * @param effects the shadows and glows of the node itself
 */
public record InheritedState(
    Affine toSlide, double opacity, @Nullable Clip clip, List<ShapeEffect> effects) {
  public InheritedState(Affine toSlide) {
    this(toSlide, 1, null, List.of());
  }

  public InheritedState inside(Affine transform) {
    return transform.isIdentity()
        ? this
        : new InheritedState(toSlide.times(transform), opacity, clip, effects);
  }

  public InheritedState faded(double by) {
    return by >= 1 ? this : new InheritedState(toSlide, opacity * by, clip, effects);
  }

  /** Without any opacity: it is given to what a group becomes. */
  public InheritedState opaque() {
    return new InheritedState(toSlide, 1, clip, effects);
  }

  public InheritedState clipped(Clip by) {
    return new InheritedState(toSlide, opacity, by.and(clip), effects);
  }

  /** Without shadows and glows: they are given to what a group becomes. */
  public InheritedState plain() {
    return effects.isEmpty() ? this : new InheritedState(toSlide, opacity, clip, List.of());
  }

  public InheritedState shining(List<ShapeEffect> more) {
    return more.isEmpty()
        ? this
        : new InheritedState(toSlide, opacity, clip, OneOfEach.of(effects, more));
  }

  /** EMU to one unit of this space, on the whole. */
  double scale() {
    return Similarity.scale(toSlide);
  }
}
