package dev.deckmill.svgpptx.dml;

import dev.deckmill.svgpptx.SlideSize;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code p:sld} (ECMA-376 §19.3.1.38).
 *
 * @param title the page's title, if it has one
 * @param notes of the slide, a paragraph each line; null: it has none
 * @param background {@code p:bg}, or null for the master's
 * @param elements back to front
 * @param fonts that the deck is to bring along for it
 */
public record SlideTree(
    SlideSize size,
    @Nullable String title,
    @Nullable String notes,
    @Nullable Fill background,
    List<Element> elements,
    List<EmbeddedFont> fonts) {
  public SlideTree {
    Objects.requireNonNull(size, "size");
    elements = List.copyOf(elements);
    fonts = List.copyOf(fonts);
  }

  /** Whether one of the elements is the title placeholder. */
  public boolean hasTitlePlaceholder() {
    return haveTitle(elements);
  }

  private static boolean haveTitle(List<Element> elements) {
    for (Element element : elements) {
      if (isTitle(element)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTitle(Element element) {
    return switch (element) {
      case Element.Sp sp -> sp.role() == Element.Sp.Role.TITLE;
      case Element.GrpSp group -> haveTitle(group.children());
      case Element.CxnSp line -> false;
      case Element.Pic picture -> false;
    };
  }
}
