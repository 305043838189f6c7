package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.ir.Affine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes around a node mean for it.
 *
 * @param toSlide from the space of the parent to EMU
 * @param opacity the product of their opacities, as far as it was passed down
 * @param clip all their clipping paths, or null
 * @param glares the shadows and glows of the node itself
 */
record Where(Affine toSlide, double opacity, @Nullable Clip clip, List<Item.Glare> glares) {
  Where(Affine toSlide) {
    this(toSlide, 1, null, List.of());
  }

  Where inside(Affine transform) {
    return transform.isIdentity()
        ? this
        : new Where(toSlide.times(transform), opacity, clip, glares);
  }

  Where faded(double by) {
    return by >= 1 ? this : new Where(toSlide, opacity * by, clip, glares);
  }

  /** Without any opacity: it is given to what a group becomes. */
  Where opaque() {
    return new Where(toSlide, 1, clip, glares);
  }

  Where clipped(Clip by) {
    return new Where(toSlide, opacity, by.and(clip), glares);
  }

  /** Without shadows and glows: they are given to what a group becomes. */
  Where plain() {
    return glares.isEmpty() ? this : new Where(toSlide, opacity, clip, List.of());
  }

  Where shining(List<Item.Glare> more) {
    return more.isEmpty() ? this : new Where(toSlide, opacity, clip, OneOfEach.of(glares, more));
  }

  /** EMU to one unit of this space, on the whole. */
  double scale() {
    return Similarity.scale(toSlide);
  }
}
