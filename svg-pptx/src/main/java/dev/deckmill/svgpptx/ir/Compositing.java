package dev.deckmill.svgpptx.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a node after it is drawn, in this order: filter, clip, mask, opacity, blend (SVG
 * 2 §3.6).
 *
 * @param opacity 0 to 1
 * @param filter the filter, in the node's user space
 * @param clip the clipping path, in the node's user space
 * @param mask the mask, in the node's user space
 * @param blend CSS {@code mix-blend-mode}
 * @param isolated CSS {@code isolation: isolate}: blends inside stay inside
 */
public record Compositing(
    double opacity,
    @Nullable Filter filter,
    @Nullable ClipPath clip,
    @Nullable Mask mask,
    Blend blend,
    boolean isolated) {
  public static final Compositing NONE = new Compositing(1, null, null, null, Blend.NORMAL, false);

  /** CSS Compositing 1 §10.1. */
  public enum Blend {
    NORMAL,
    MULTIPLY,
    SCREEN,
    OVERLAY,
    DARKEN,
    LIGHTEN,
    COLOR_DODGE,
    COLOR_BURN,
    HARD_LIGHT,
    SOFT_LIGHT,
    DIFFERENCE,
    EXCLUSION,
    HUE,
    SATURATION,
    COLOR,
    LUMINOSITY
  }

  public Compositing {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException("opacity is 0 to 1, not " + opacity);
    }
    Objects.requireNonNull(blend, "blend");
  }

  /** The same without its mask, and fainter instead. */
  public Compositing unmasked(double fainter) {
    return new Compositing(opacity * fainter, filter, clip, null, blend, isolated);
  }

  /** The same without its filter. */
  public Compositing unfiltered() {
    return new Compositing(opacity, null, clip, mask, blend, isolated);
  }

  /** The same with all opacity that there is. */
  public Compositing opaque() {
    return new Compositing(1, filter, clip, mask, blend, isolated);
  }

  public static Compositing opacity(double opacity) {
    return new Compositing(opacity, null, null, null, Blend.NORMAL, false);
  }
}
