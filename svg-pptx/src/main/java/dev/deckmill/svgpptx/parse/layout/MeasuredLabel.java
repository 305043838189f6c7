package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.Display;
import org.jspecify.annotations.Nullable;

/**
 * Tools measure a label in their own font and make {@code foreignObject} as wide. In another font
 * the label is a little wider or narrower; it keeps its middle, as if it were as wide still.
 */
final class MeasuredLabel {
  private static final double LIKENESS = 0.35;

  private MeasuredLabel() {}

  /** The box that a {@code foreignObject} of this width was made for; null where there is none. */
  static HtmlBox.@Nullable Container in(BoxLayout boxes, HtmlBox.Container root, double width) {
    HtmlBox.Container only = null;
    for (HtmlBox child : root.children()) {
      if (child instanceof HtmlBox.Container part && BoxTree.isInFlow(part)) {
        if (only != null) {
          return null;
        }
        only = part;
      }
    }
    boolean shrinks = only != null && only.display() == Display.TABLE && !TableGrid.hasRows(only);
    return shrinks && Math.abs(boxes.maxContent(only) - width) <= LIKENESS * width ? only : null;
  }
}
