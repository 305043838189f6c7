package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code filter} (Filter Effects 1 §8), with regions and lengths in the filtered node's user space.
 *
 * @param region what the filter may draw on
 * @param primitives in their order; empty: the node is drawn as nothing
 */
public record Filter(Box region, List<Primitive> primitives) {
  /**
   * One {@code fe…} element.
   *
   * @param name its local name, as {@code feGaussianBlur}
   * @param region its primitive subregion
   * @param input {@code in}, or null for the previous result
   * @param result its name for later primitives
   * @param linearRgb whether colours are computed in linearRGB
   * @param attributes its other presentation-free attributes, lengths as numbers in user units,
   *     colours as #rrggbb and an opacity beside it
   * @param children its children of the same kind, as feMergeNode, feFuncR, feDistantLight
   * @param picture what feImage shows
   */
  public record Primitive(
      String name,
      Box region,
      @Nullable String input,
      @Nullable String result,
      boolean linearRgb,
      Map<String, String> attributes,
      List<Primitive> children,
      @Nullable Node picture) {
    public Primitive {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(region, "region");
      attributes = Map.copyOf(attributes);
      children = List.copyOf(children);
    }
  }

  public Filter {
    Objects.requireNonNull(region, "region");
    primitives = List.copyOf(primitives);
  }
}
