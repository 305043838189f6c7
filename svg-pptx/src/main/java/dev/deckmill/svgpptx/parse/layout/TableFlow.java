package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Arrays;

/** Tables (CSS Tables 3): columns as wide as their content asks, rows as high as their cells. */
final class TableFlow {
  private final BoxLayout boxes;

  TableFlow(BoxLayout boxes) {
    this.boxes = boxes;
  }

  /** The content box's least width and that without breaks. */
  double[] intrinsic(TableGrid grid) {
    double[][] columns = columns(grid);
    double gaps = grid.spacing() * (grid.columns() - 1) + 2 * grid.margin();
    return new double[] {
      Arrays.stream(columns[0]).sum() + gaps, Arrays.stream(columns[1]).sum() + gaps
    };
  }

  Fragment layout(HtmlBox.Container table, TableGrid grid, Space space) {
    Fragment fragment = new Fragment(table);
    Edges edges = Sizing.edges(table, space.width());
    Edges margin = table.style().margin(space.width());
    fragment.marginTop = margin.top();
    fragment.marginBottom = margin.bottom();
    double gap = grid.spacing();
    double gaps = gap * (grid.columns() - 1) + 2 * grid.margin();
    double[][] asked = columns(grid);
    double least = Arrays.stream(asked[0]).sum() + gaps + edges.across();
    double width = Math.max(least, Sizing.width(boxes, table, space));
    double[] widths = shared(asked, width - edges.across() - gaps);
    for (HtmlBox box : grid.outOfFlow()) {
      fragment.outOfFlow().add(new Fragment.OutOfFlow(box, edges.left(), edges.top()));
    }
    double y = captions(grid, fragment, width);
    double definite = Sizing.definiteHeight(table, space, width);
    double[] heights = heights(grid, widths, gap);
    stretch(heights, definite - edges.down() - gap * (heights.length - 1) - 2 * grid.margin());
    double bottom = rows(grid, widths, heights, edges, y, fragment);
    fragment.size(
        width,
        Double.isNaN(definite)
            ? bottom + edges.bottom()
            : Math.max(definite, bottom + edges.bottom()));
    return fragment;
  }

  private double captions(TableGrid grid, Fragment into, double width) {
    double y = 0;
    for (HtmlBox.Container caption : grid.captions()) {
      Fragment fragment = boxes.layout(caption, Space.filling(width, Double.NaN));
      into.add(fragment, 0, y);
      y += fragment.height();
    }
    return y;
  }

  /** For each column its least width and that without breaks. */
  private double[][] columns(TableGrid grid) {
    double[][] widths = new double[2][grid.columns()];
    for (TableGrid.Cell cell : grid.cells()) {
      if (cell.columns() == 1) {
        widths[0][cell.column()] = Math.max(widths[0][cell.column()], boxes.minContent(cell.box()));
        widths[1][cell.column()] = Math.max(widths[1][cell.column()], boxes.maxContent(cell.box()));
      }
    }
    for (TableGrid.Cell cell : grid.cells()) {
      if (cell.columns() > 1) {
        spread(cell, boxes.minContent(cell.box()), widths[0], grid.spacing());
        spread(cell, boxes.maxContent(cell.box()), widths[1], grid.spacing());
      }
    }
    return widths;
  }

  private static void spread(TableGrid.Cell cell, double wanted, double[] widths, double gap) {
    double has = gap * (cell.columns() - 1);
    for (int i = 0; i < cell.columns(); i++) {
      has += widths[cell.column() + i];
    }
    for (int i = 0; i < cell.columns() && wanted > has; i++) {
      widths[cell.column() + i] += (wanted - has) / cell.columns();
    }
  }

  /** Shares a width out: what is beyond the least by what they would like. */
  private static double[] shared(double[][] asked, double room) {
    double least = Arrays.stream(asked[0]).sum();
    double most = Arrays.stream(asked[1]).sum();
    double[] widths = new double[asked[0].length];
    for (int i = 0; i < widths.length; i++) {
      double min = asked[0][i];
      double max = asked[1][i];
      if (room >= most) {
        widths[i] = most > 0 ? max + (room - most) * max / most : room / widths.length;
      } else {
        double share = most > least ? (max - min) / (most - least) : 0;
        widths[i] = min + Math.max(0, room - least) * share;
      }
    }
    return widths;
  }

  private double[] heights(TableGrid grid, double[] widths, double gap) {
    double[] heights = new double[grid.rows().size()];
    for (int i = 0; i < heights.length; i++) {
      HtmlBox.Container row = grid.rows().get(i).box();
      heights[i] =
          row == null ? 0 : Math.max(0, row.style().length(Property.HEIGHT, Double.NaN, 0));
    }
    for (TableGrid.Cell cell : grid.cells()) {
      if (cell.rows() == 1) {
        heights[cell.row()] = Math.max(heights[cell.row()], fragment(cell, widths, gap).height());
      }
    }
    for (TableGrid.Cell cell : grid.cells()) {
      double has = gap * (cell.rows() - 1);
      for (int i = 0; i < cell.rows(); i++) {
        has += heights[cell.row() + i];
      }
      heights[cell.row() + cell.rows() - 1] +=
          cell.rows() == 1 ? 0 : Math.max(0, fragment(cell, widths, gap).height() - has);
    }
    return heights;
  }

  private static void stretch(double[] heights, double room) {
    double free = room - Arrays.stream(heights).sum();
    for (int i = 0; i < heights.length && free > 0; i++) {
      heights[i] += free / heights.length;
    }
  }

  private Fragment fragment(TableGrid.Cell cell, double[] widths, double gap) {
    double width = gap * (cell.columns() - 1);
    for (int i = 0; i < cell.columns(); i++) {
      width += widths[cell.column() + i];
    }
    return boxes.layout(cell.box(), Space.filling(width, Double.NaN).withFixedWidth(width));
  }

  /** Puts cells into rows, for rows have backgrounds too, and says where the last one ends. */
  private double rows(
      TableGrid grid, double[] widths, double[] heights, Edges edges, double top, Fragment into) {
    double gap = grid.spacing();
    double y = top + edges.top() + grid.margin();
    double[] starts = GridFlow.starts(widths, gap);
    double whole = Arrays.stream(widths).sum() + gap * Math.max(0, widths.length - 1);
    for (int i = 0; i < heights.length; i++) {
      HtmlBox.Container box = grid.rows().get(i).box();
      Fragment row = box == null ? into : new Fragment(box);
      double left = box == null ? edges.left() + grid.margin() : 0;
      double baseline = baseline(grid.rows().get(i), widths, gap);
      for (TableGrid.Cell cell : grid.rows().get(i).cells()) {
        Fragment placed = placed(cell, widths, heights, gap, baseline);
        row.add(placed, left + starts[cell.column()], box == null ? y : 0);
      }
      if (box != null) {
        row.size(whole, heights[i]);
        into.add(row, edges.left() + grid.margin(), y);
      }
      y += heights[i] + gap;
    }
    return y - gap + grid.margin();
  }

  /** Where the first lines of cells in a row stand that are aligned by them; 0 for none. */
  private double baseline(TableGrid.Row row, double[] widths, double gap) {
    double lowest = 0;
    for (TableGrid.Cell cell : row.cells()) {
      if (align(cell).equals("baseline")) {
        double own = fragment(cell, widths, gap).firstBaseline();
        lowest = Double.isNaN(own) ? lowest : Math.max(lowest, own);
      }
    }
    return lowest;
  }

  private Fragment placed(
      TableGrid.Cell cell, double[] widths, double[] heights, double gap, double baseline) {
    Fragment fragment = fragment(cell, widths, gap);
    double high = gap * (cell.rows() - 1);
    for (int i = 0; i < cell.rows(); i++) {
      high += heights[cell.row() + i];
    }
    double natural = fragment.height();
    double first = fragment.firstBaseline();
    Fragment stretched =
        boxes.layout(
            cell.box(),
            Space.filling(fragment.width(), Double.NaN)
                .withFixedWidth(fragment.width())
                .withFixedHeight(high));
    double free = Math.max(0, high - natural);
    stretched.shiftContent(
        switch (align(cell)) {
          case "top", "text-top" -> 0;
          case "baseline" -> Double.isNaN(first) ? 0 : Math.clamp(baseline - first, 0, free);
          case "bottom", "text-bottom" -> free;
          default -> free / 2;
        });
    return stretched;
  }

  /** Browsers put what is in {@code td} and {@code th} into the middle (HTML §15.3.8). */
  private static String align(TableGrid.Cell cell) {
    Element element = cell.box().element();
    boolean html = element != null && (element.name().equals("td") || element.name().equals("th"));
    return cell.box().style().word(Property.VERTICAL_ALIGN, html ? "middle" : "baseline");
  }
}
