package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Side;
import dev.deckmill.svgpptx.parse.css.Property;
import java.util.ArrayList;
import java.util.List;

/** Flex items from left to right, in one row or several. */
final class FlexRows {
  private static final int MOST_ROUNDS = 8;

  private final BoxLayout boxes;
  private final BoxStyle style;
  private final double width;
  private final double height;
  private final double columnGap;
  private final double rowGap;

  /**
   * @param height of the content box, or NaN
   */
  FlexRows(BoxLayout boxes, HtmlBox.Container box, double width, double height) {
    this.boxes = boxes;
    this.style = box.style();
    this.width = width;
    this.height = height;
    this.columnGap = style.length(Property.COLUMN_GAP, width, 0);
    this.rowGap = style.length(Property.ROW_GAP, height, 0);
  }

  /** Places the items in the content box and says how high they are together. */
  double place(List<FlexItem> items) {
    items.forEach(this::base);
    List<List<FlexItem>> rows = rows(items);
    double y = 0;
    for (List<FlexItem> row : rows) {
      flex(row);
      for (FlexItem item : row) {
        item.fragment(boxes.layout(item.box, space(item)));
      }
      double high = rows.size() == 1 && !Double.isNaN(height) ? height : highest(row);
      down(row, y, high);
      across(row);
      y += high + rowGap;
    }
    return rows.isEmpty() ? 0 : y - rowGap;
  }

  private Space space(FlexItem item) {
    return Space.filling(width, height).withFixedWidth(item.main);
  }

  /** Its width before it grows or shrinks (§9.2). */
  private void base(FlexItem item) {
    BoxStyle own = item.box.style();
    double edges = Sizing.edges(item.box, width).across();
    double basis = Sizing.specified(own, Property.FLEX_BASIS, width, edges);
    double base = Double.isNaN(basis) ? Sizing.specified(own, Property.WIDTH, width, edges) : basis;
    base = Double.isNaN(base) ? boxes.maxContent(item.box) : Math.max(base, edges);
    item.main = Sizing.bounded(own, base, Property.MIN_WIDTH, Property.MAX_WIDTH, width, edges);
  }

  private List<List<FlexItem>> rows(List<FlexItem> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    if (!style.word(Property.FLEX_WRAP, "nowrap").startsWith("wrap")) {
      return List.of(items);
    }
    List<List<FlexItem>> rows = new ArrayList<>();
    List<FlexItem> row = new ArrayList<>();
    double used = 0;
    for (FlexItem item : items) {
      double outer = item.main + item.margin.across();
      if (!row.isEmpty() && used + outer > width + 0.01) {
        rows.add(row);
        row = new ArrayList<>();
        used = 0;
      }
      row.add(item);
      used += outer + columnGap;
    }
    rows.add(row);
    return rows;
  }

  private double free(List<FlexItem> row) {
    double used = columnGap * (row.size() - 1);
    for (FlexItem item : row) {
      used += item.main + item.margin.across();
    }
    return width - used;
  }

  /** Gives the room that is left to those that grow, or takes what is missing (§9.7). */
  private void flex(List<FlexItem> row) {
    double free = free(row);
    if (free > 0) {
      grow(row, free);
    } else {
      for (int round = 0; round < MOST_ROUNDS && free(row) < -0.01; round++) {
        if (!shrink(row, free(row))) {
          return;
        }
      }
    }
  }

  private void grow(List<FlexItem> row, double free) {
    double all = row.stream().mapToDouble(FlexItem::grow).sum();
    for (FlexItem item : row) {
      double more = all == 0 ? 0 : free * item.grow() / Math.max(1, all);
      double edges = Sizing.edges(item.box, width).across();
      item.main =
          Math.max(
              least(item),
              Sizing.bounded(
                  item.box.style(),
                  item.main + more,
                  Property.MIN_WIDTH,
                  Property.MAX_WIDTH,
                  width,
                  edges));
    }
    if (all > 0 && free(row) < -0.01) {
      shrink(row, free(row));
    }
  }

  /** Whether any of them became narrower. */
  private boolean shrink(List<FlexItem> row, double missing) {
    double all = 0;
    for (FlexItem item : row) {
      all += item.main > least(item) ? item.shrink() * item.main : 0;
    }
    boolean changed = false;
    for (FlexItem item : row) {
      double least = least(item);
      if (all > 0 && item.main > least) {
        double before = item.main;
        item.main = Math.max(least, item.main + missing * item.shrink() * item.main / all);
        changed |= item.main < before;
      }
    }
    return changed;
  }

  /** The automatic least width of items that show what stands out of them (§4.5). */
  private double least(FlexItem item) {
    BoxStyle own = item.box.style();
    double edges = Sizing.edges(item.box, width).across();
    double min = Sizing.specified(own, Property.MIN_WIDTH, width, edges);
    if (!Double.isNaN(min)) {
      return min;
    }
    double given = Sizing.specified(own, Property.WIDTH, width, edges);
    double content = own.cuts() ? edges : boxes.minContent(item.box);
    return Double.isNaN(given) ? content : Math.min(content, given);
  }

  private static double highest(List<FlexItem> row) {
    double high = 0;
    double above = 0;
    double below = 0;
    for (FlexItem item : row) {
      high = Math.max(high, item.outerHeight());
      if (item.align().equals("baseline")) {
        above = Math.max(above, baseline(item));
        below = Math.max(below, item.outerHeight() - baseline(item));
      }
    }
    return Math.max(high, above + below);
  }

  private static double baseline(FlexItem item) {
    double first = item.fragment().firstBaseline();
    return item.margin.top() + (Double.isNaN(first) ? item.fragment().height() : first);
  }

  /** Along the row's height: {@code align-items}, and auto margins before it. */
  private void down(List<FlexItem> row, double y, double high) {
    double lowest = 0;
    for (FlexItem item : row) {
      lowest = item.align().equals("baseline") ? Math.max(lowest, baseline(item)) : lowest;
    }
    for (FlexItem item : row) {
      stretch(item, high);
      double free = high - item.outerHeight();
      boolean top = item.box.style().isAutoMargin(Side.TOP);
      boolean bottom = item.box.style().isAutoMargin(Side.BOTTOM);
      double start =
          switch (item.align()) {
            case "center" -> free / 2;
            case "end", "flex-end" -> free;
            case "baseline" -> lowest - baseline(item);
            default -> 0;
          };
      start = top && bottom ? free / 2 : top ? free : bottom ? 0 : start;
      item.y = y + item.margin.top() + start;
    }
  }

  private void stretch(FlexItem item, double high) {
    double outer = high - item.margin.down();
    boolean auto =
        Double.isNaN(item.box.style().length(Property.HEIGHT, height))
            && !item.box.style().isAutoMargin(Side.TOP)
            && !item.box.style().isAutoMargin(Side.BOTTOM);
    if (item.stretches() && auto && Math.abs(outer - item.fragment().height()) > 0.001) {
      item.fragment(boxes.layout(item.box, space(item).withFixedHeight(Math.max(0, outer))));
    }
  }

  /** Whether the first item stands at the right. */
  private boolean isFromRight() {
    boolean reverse = style.word(Property.FLEX_DIRECTION, "row").equals("row-reverse");
    return reverse != style.is(Property.DIRECTION, "rtl");
  }

  /** From the left: what begins where the items do begins at the right for some. */
  private String justify(String how) {
    boolean rightToLeft = style.is(Property.DIRECTION, "rtl");
    return switch (FlexFlow.bare(how)) {
      case "normal", "flex-start", "stretch" -> isFromRight() ? "right" : "left";
      case "flex-end" -> isFromRight() ? "left" : "right";
      case "start" -> rightToLeft ? "right" : "left";
      case "end" -> rightToLeft ? "left" : "right";
      default -> how;
    };
  }

  private void across(List<FlexItem> row) {
    double free = free(row);
    long autos =
        row.stream().filter(i -> i.box.style().isAutoMargin(Side.LEFT)).count()
            + row.stream().filter(i -> i.box.style().isAutoMargin(Side.RIGHT)).count();
    double auto = autos > 0 && free > 0 ? free / autos : 0;
    double[] justified =
        autos > 0 && free > 0
            ? new double[] {0, 0}
            : FlexFlow.justified(
                justify(style.word(Property.JUSTIFY_CONTENT, "normal")), free, row.size());
    double x = justified[0];
    for (FlexItem item : isFromRight() ? row.reversed() : row) {
      x += item.margin.left() + (item.box.style().isAutoMargin(Side.LEFT) ? auto : 0);
      item.x = x;
      x += item.main + item.margin.right() + columnGap + justified[1];
      x += item.box.style().isAutoMargin(Side.RIGHT) ? auto : 0;
    }
  }
}
