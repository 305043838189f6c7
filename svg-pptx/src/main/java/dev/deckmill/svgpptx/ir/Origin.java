package dev.deckmill.svgpptx.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The element a node comes from.
 *
 * @param element its local name, as {@code rect}
 * @param id its {@code id}
 * @param label what an editor calls it: inkscape:label, data-name, aria-label
 * @param title its {@code title} child
 * @param description its {@code desc} child
 * @param href the absolute URL of the {@code a} element around it, as written
 */
public record Origin(
    String element,
    @Nullable String id,
    @Nullable String label,
    @Nullable String title,
    @Nullable String description,
    @Nullable String href) {
  public Origin {
    Objects.requireNonNull(element, "element");
  }

  /** An element without any name. */
  public static Origin of(String element) {
    return new Origin(element, null, null, null, null, null);
  }
}
