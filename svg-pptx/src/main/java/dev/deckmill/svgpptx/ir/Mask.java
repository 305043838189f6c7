package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code mask} (CSS Masking 1 §7), units resolved.
 *
 * @param region what lies outside is masked away
 * @param kind which channel counts
 * @param linearRgb {@code color-interpolation: linearRGB}: luminance is taken in linearRGB
 * @param children what is drawn to make the mask, in the masked node's user space
 * @param mask the mask's own mask
 */
public record Mask(
    Box region, Kind kind, boolean linearRgb, List<Node> children, @Nullable Mask mask) {
  /** CSS {@code mask-type}. */
  public enum Kind {
    LUMINANCE,
    ALPHA
  }

  public Mask {
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(kind, "kind");
    children = List.copyOf(children);
  }
}
