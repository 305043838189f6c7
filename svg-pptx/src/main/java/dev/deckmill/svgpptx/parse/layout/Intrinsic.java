package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;

/** Widths that follow from content alone (CSS Sizing 3 §5): the least, and that without breaks. */
final class Intrinsic {
  private Intrinsic() {}

  static double[] of(BoxLayout boxes, TableFlow tables, HtmlBox.Container box) {
    Edges edges = Sizing.edges(box, 0);
    double own = Sizing.specified(box.style(), Property.WIDTH, Double.NaN, edges.across());
    double[] widths = {own, own};
    if (Double.isNaN(own)) {
      widths = content(boxes, tables, box);
      widths[0] += edges.across();
      widths[1] += edges.across();
    }
    for (int i = 0; i < 2; i++) {
      widths[i] =
          Sizing.bounded(
              box.style(),
              widths[i],
              Property.MIN_WIDTH,
              Property.MAX_WIDTH,
              Double.NaN,
              edges.across());
    }
    return widths;
  }

  private static double[] content(BoxLayout boxes, TableFlow tables, HtmlBox.Container box) {
    if (box.holdsLines()) {
      return InlineFlow.intrinsic(boxes, boxes.tokens(box));
    }
    return switch (box.display()) {
      case FLEX, INLINE_FLEX -> flex(boxes, box);
      case GRID, INLINE_GRID -> grid(boxes, box);
      case TABLE, INLINE_TABLE -> table(boxes, tables, box);
      case NONE, CONTENTS, INLINE, BLOCK, LIST_ITEM, INLINE_BLOCK, ROW_GROUP, ROW, CELL ->
          widest(boxes, box);
    };
  }

  private static double[] table(BoxLayout boxes, TableFlow tables, HtmlBox.Container box) {
    TableGrid grid = boxes.grid(box);
    return grid == null ? widest(boxes, box) : tables.intrinsic(grid);
  }

  private static double[] widest(BoxLayout boxes, HtmlBox.Container box) {
    double[] widths = {0, 0};
    for (HtmlBox child : box.children()) {
      if (child instanceof HtmlBox.Container part && BoxTree.isInFlow(part)) {
        double margins = part.style().margin(0).across();
        widths[0] = Math.max(widths[0], boxes.minContent(part) + margins);
        widths[1] = Math.max(widths[1], boxes.maxContent(part) + margins);
      }
    }
    return widths;
  }

  private static double[] flex(BoxLayout boxes, HtmlBox.Container box) {
    boolean row = !box.style().word(Property.FLEX_DIRECTION, "row").startsWith("column");
    if (!row) {
      return widest(boxes, box);
    }
    boolean wraps = box.style().word(Property.FLEX_WRAP, "nowrap").startsWith("wrap");
    double gap = box.style().length(Property.COLUMN_GAP, 0, 0);
    double[] widths = {0, 0};
    int count = 0;
    for (HtmlBox child : box.children()) {
      if (child instanceof HtmlBox.Container part && BoxTree.isInFlow(part)) {
        double margins = part.style().margin(0).across();
        double between = count++ == 0 ? 0 : gap;
        double least = boxes.minContent(part) + margins;
        widths[0] = wraps ? Math.max(widths[0], least) : widths[0] + between + least;
        widths[1] += between + boxes.maxContent(part) + margins;
      }
    }
    return widths;
  }

  private static double[] grid(BoxLayout boxes, HtmlBox.Container box) {
    int columns = Math.max(1, GridTracks.columns(box.style(), Double.NaN).size());
    double gaps = box.style().length(Property.COLUMN_GAP, 0, 0) * (columns - 1);
    double[] widths = widest(boxes, box);
    return new double[] {widths[0] * columns + gaps, widths[1] * columns + gaps};
  }
}
