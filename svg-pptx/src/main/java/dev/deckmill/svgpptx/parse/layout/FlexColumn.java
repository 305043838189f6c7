package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Side;
import dev.deckmill.svgpptx.parse.css.Property;
import java.util.List;

/** Flex items below each other. */
final class FlexColumn {
  private final BoxLayout boxes;
  private final BoxStyle style;
  private final double width;
  private final double height;
  private final double gap;

  /**
   * @param height of the content box, or NaN
   */
  FlexColumn(BoxLayout boxes, HtmlBox.Container box, double width, double height) {
    this.boxes = boxes;
    this.style = box.style();
    this.width = width;
    this.height = height;
    this.gap = style.length(Property.ROW_GAP, height, 0);
  }

  /** Places the items in the content box and says how high they are together. */
  double place(List<FlexItem> written) {
    boolean reverse = style.word(Property.FLEX_DIRECTION, "column").endsWith("-reverse");
    List<FlexItem> items = reverse ? written.reversed() : written;
    for (FlexItem item : items) {
      item.fragment(boxes.layout(item.box, space(item)));
      item.main = base(item);
    }
    double used = used(items);
    double free = Double.isNaN(height) ? 0 : height - used;
    flex(items, free);
    for (FlexItem item : items) {
      if (Math.abs(item.main - item.fragment().height()) > 0.001) {
        item.fragment(boxes.layout(item.box, space(item).withFixedHeight(item.main)));
      }
    }
    double left = Double.isNaN(height) ? 0 : height - used(items);
    down(items, left);
    items.forEach(this::across);
    return used(items);
  }

  private double used(List<FlexItem> items) {
    double used = gap * Math.max(0, items.size() - 1);
    for (FlexItem item : items) {
      used += item.main + item.margin.down();
    }
    return used;
  }

  private Space space(FlexItem item) {
    boolean auto =
        item.box.style().isAutoMargin(Side.LEFT) || item.box.style().isAutoMargin(Side.RIGHT);
    return item.stretches() && !auto ? Space.filling(width, height) : Space.fitting(width, height);
  }

  private double base(FlexItem item) {
    double edges = Sizing.edges(item.box, width).down();
    double basis = Sizing.specified(item.box.style(), Property.FLEX_BASIS, height, edges);
    return Double.isNaN(basis) ? item.fragment().height() : Math.max(basis, edges);
  }

  private static void flex(List<FlexItem> items, double free) {
    double grow = items.stream().mapToDouble(FlexItem::grow).sum();
    for (FlexItem item : items) {
      if (free > 0 && grow > 0) {
        item.main += free * item.grow() / Math.max(1, grow);
      }
      // a box keeps what it holds, unless it cuts that off
      if (!item.box.style().cuts()) {
        item.main = Math.max(item.main, least(item));
      }
    }
  }

  private static double least(FlexItem item) {
    double basis = item.box.style().length(Property.FLEX_BASIS, Double.NaN);
    return Double.isNaN(basis) ? 0 : item.fragment().height();
  }

  /** From above: a reversed column begins at its bottom. */
  private String justify(String how) {
    if (!style.word(Property.FLEX_DIRECTION, "column").endsWith("-reverse")) {
      return how;
    }
    return switch (FlexFlow.bare(how)) {
      case "normal", "flex-start", "stretch" -> "flex-end";
      case "flex-end" -> "flex-start";
      default -> how;
    };
  }

  private void down(List<FlexItem> items, double free) {
    long autos =
        items.stream().filter(i -> i.box.style().isAutoMargin(Side.TOP)).count()
            + items.stream().filter(i -> i.box.style().isAutoMargin(Side.BOTTOM)).count();
    double auto = autos > 0 && free > 0 ? free / autos : 0;
    double[] justified =
        auto > 0
            ? new double[] {0, 0}
            : FlexFlow.justified(
                justify(style.word(Property.JUSTIFY_CONTENT, "normal")),
                free,
                Math.max(1, items.size()));
    double y = justified[0];
    for (FlexItem item : items) {
      y += item.margin.top() + (item.box.style().isAutoMargin(Side.TOP) ? auto : 0);
      item.y = y;
      y += item.main + item.margin.bottom() + gap + justified[1];
      y += item.box.style().isAutoMargin(Side.BOTTOM) ? auto : 0;
    }
  }

  private void across(FlexItem item) {
    double free = width - item.outerWidth();
    boolean left = item.box.style().isAutoMargin(Side.LEFT);
    boolean right = item.box.style().isAutoMargin(Side.RIGHT);
    double start =
        switch (item.align()) {
          case "center" -> free / 2;
          case "end", "flex-end" -> free;
          default -> 0;
        };
    start = left && right ? free / 2 : left ? free : right ? 0 : start;
    item.x = item.margin.left() + start;
  }
}
