package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code filter} (Filter Effects 1 §8), with regions and lengths in the filtered node's user space.
 *
 * @param region what the filter may draw on
 * @param steps its primitives in their order; empty: the node is drawn as nothing
 */
public record Filter(Box region, List<Step> steps) {
  /**
   * One {@code fe…} element.
   *
   * @param region its primitive subregion
   * @param result its name for later primitives
   * @param linearRgb whether colours are computed in linearRGB
   */
  public record Step(
      Box region, @Nullable String result, boolean linearRgb, FilterPrimitive primitive) {
    public Step {
      Objects.requireNonNull(region, "region");
      Objects.requireNonNull(primitive, "primitive");
    }
  }

  public Filter {
    Objects.requireNonNull(region, "region");
    steps = List.copyOf(steps);
  }

  /** Whether what is filtered isn't seen at all. */
  public boolean drawsNothing() {
    return steps.isEmpty() || !(region.width() > 0 && region.height() > 0);
  }
}
