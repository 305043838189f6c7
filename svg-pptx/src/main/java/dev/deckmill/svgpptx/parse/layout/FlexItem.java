package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;
import org.jspecify.annotations.Nullable;

/** A box in a flex container, on its way to size and place. */
final class FlexItem {
  final HtmlBox.Container box;
  final Edges margin;

  /** Of the border box along the container's direction. */
  double main;

  double x;
  double y;
  private final BoxStyle around;
  private @Nullable Fragment fragment;

  FlexItem(HtmlBox.Container box, BoxStyle around, double width, double height) {
    this.box = box;
    this.around = around;
    this.margin = box.style().margin(width);
  }

  Fragment fragment() {
    Fragment made = fragment;
    if (made == null) {
      throw new IllegalStateException("the item is laid out before it is placed");
    }
    return made;
  }

  void fragment(Fragment made) {
    fragment = made;
  }

  double grow() {
    return Math.max(0, box.style().number(Property.FLEX_GROW, 0));
  }

  double shrink() {
    return Math.max(0, box.style().number(Property.FLEX_SHRINK, 1));
  }

  /** Its own alignment, or that of the container. */
  String align() {
    String own = FlexFlow.bare(box.style().word(Property.ALIGN_SELF, "auto"));
    return own.equals("auto") ? FlexFlow.bare(around.word(Property.ALIGN_ITEMS, "stretch")) : own;
  }

  boolean stretches() {
    String align = align();
    return align.equals("stretch") || align.equals("normal");
  }

  double outerHeight() {
    return fragment().height() + margin.down();
  }

  double outerWidth() {
    return fragment().width() + margin.across();
  }
}
