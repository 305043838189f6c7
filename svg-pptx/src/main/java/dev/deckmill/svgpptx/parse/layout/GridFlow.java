package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.layout.GridPlacement.Cell;
import dev.deckmill.svgpptx.parse.layout.GridTracks.Track;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** {@code display: grid} (CSS Grid 1). */
final class GridFlow {
  private final BoxLayout boxes;

  GridFlow(BoxLayout boxes) {
    this.boxes = boxes;
  }

  Fragment layout(HtmlBox.Container box, Space space) {
    Fragment fragment = new Fragment(box);
    Edges edges = Sizing.edges(box, space.width());
    Edges margin = box.style().margin(space.width());
    fragment.marginTop = margin.top();
    fragment.marginBottom = margin.bottom();
    double width = Sizing.width(boxes, box, space);
    double definite = Sizing.definiteHeight(box, space, width);
    double inner = Math.max(0, width - edges.across());
    double high = Double.isNaN(definite) ? definite : Math.max(0, definite - edges.down());
    List<Track> columns = GridTracks.columns(box.style(), inner);
    List<Track> rows = GridTracks.rows(box.style(), high);
    List<HtmlBox.Container> items = FlexFlow.ordered(box, fragment, edges);
    List<Cell> cells = GridPlacement.of(box.style(), items, columns.size(), rows.size());
    double columnGap = box.style().length(Property.COLUMN_GAP, inner, 0);
    double rowGap = box.style().length(Property.ROW_GAP, high, 0);
    double[] widths = widths(box.style(), columns, cells, inner, columnGap);
    double[] heights = heights(box.style(), rows, cells, widths, high);
    double[] xs = starts(box.style(), Property.JUSTIFY_CONTENT, widths, columnGap, inner);
    double[] ys = starts(box.style(), Property.ALIGN_CONTENT, heights, rowGap, high);
    for (Cell cell : cells) {
      double wide = xs[cell.column() + cell.columns() - 1] - xs[cell.column()];
      double tall = ys[cell.row() + cell.rows() - 1] - ys[cell.row()];
      wide += widths[cell.column() + cell.columns() - 1];
      tall += heights[cell.row() + cell.rows() - 1];
      Fragment.Child item = placed(cell, box.style(), space(cell, box.style(), wide, tall), tall);
      fragment
          .children()
          .add(item.moved(edges.left() + xs[cell.column()], edges.top() + ys[cell.row()]));
    }
    double used = Arrays.stream(heights).sum() + rowGap * Math.max(0, heights.length - 1);
    fragment.size(width, Sizing.height(box, space, width, used));
    return fragment;
  }

  private double[] widths(
      BoxStyle style, List<Track> given, List<Cell> cells, double room, double gap) {
    int used = 1;
    for (Cell cell : cells) {
      used = Math.max(used, cell.column() + cell.columns());
    }
    boolean fits = GridTracks.dropsEmptyColumns(style) && given.size() > used;
    List<Track> tracks =
        GridTracks.filled(
            fits ? given.subList(0, used) : given, style, Property.GRID_AUTO_COLUMNS, room, used);
    GridSizes sizes = new GridSizes(tracks, gap);
    for (Cell cell : bySpan(cells, Cell::columns)) {
      double margins = cell.box().style().margin(0).across();
      double most = boxes.maxContent(cell.box()) + margins;
      double least = cell.box().style().cuts() ? 0 : boxes.minContent(cell.box()) + margins;
      double min = cell.box().style().length(Property.MIN_WIDTH, Double.NaN, least);
      sizes.ask(cell.column(), cell.columns(), Math.min(min, most), most);
    }
    return sizes.in(room, stretches(style, Property.JUSTIFY_CONTENT));
  }

  private double[] heights(
      BoxStyle style, List<Track> given, List<Cell> cells, double[] widths, double room) {
    int used = 0;
    for (Cell cell : cells) {
      used = Math.max(used, cell.row() + cell.rows());
    }
    List<Track> tracks = GridTracks.filled(given, style, Property.GRID_AUTO_ROWS, room, used);
    double rowGap = style.length(Property.ROW_GAP, room, 0);
    double columnGap = style.length(Property.COLUMN_GAP, Double.NaN, 0);
    GridSizes sizes = new GridSizes(tracks, rowGap);
    for (Cell cell : bySpan(cells, Cell::rows)) {
      double width = across(cell, widths, columnGap);
      Fragment item = boxes.layout(cell.box(), space(cell, style, width, Double.NaN));
      double high = item.height() + cell.box().style().margin(width).down();
      sizes.ask(cell.row(), cell.rows(), high, high);
    }
    return sizes.in(room, stretches(style, Property.ALIGN_CONTENT));
  }

  /** Those in one track before those in several. */
  private static List<Cell> bySpan(List<Cell> cells, ToIntFunction<Cell> span) {
    return cells.stream().sorted(Comparator.comparingInt(span)).toList();
  }

  private static boolean stretches(BoxStyle style, Property property) {
    String how = FlexFlow.bare(style.word(property, "normal"));
    return how.equals("normal") || how.equals("stretch");
  }

  private static double across(Cell cell, double[] widths, double gap) {
    double width = gap * (cell.columns() - 1);
    for (int i = cell.column(); i < cell.column() + cell.columns(); i++) {
      width += widths[i];
    }
    return width;
  }

  /** Where tracks begin in a room that may have more than they need. */
  private static double[] starts(
      BoxStyle style, Property property, double[] sizes, double gap, double room) {
    double used = Arrays.stream(sizes).sum() + gap * Math.max(0, sizes.length - 1);
    double free = Double.isNaN(room) ? 0 : room - used;
    double[] justified =
        FlexFlow.justified(style.word(property, "normal"), free, Math.max(1, sizes.length));
    double[] starts = starts(sizes, gap + justified[1]);
    for (int i = 0; i < starts.length; i++) {
      starts[i] += justified[0];
    }
    return starts;
  }

  private static Space space(Cell cell, BoxStyle around, double width, double height) {
    String own = FlexFlow.bare(cell.box().style().word(Property.JUSTIFY_SELF, "auto"));
    String how =
        own.equals("auto") ? FlexFlow.bare(around.word(Property.JUSTIFY_ITEMS, "stretch")) : own;
    boolean fills = how.equals("stretch") || how.equals("normal") || how.equals("legacy");
    return fills ? Space.filling(width, height) : Space.fitting(width, height);
  }

  /** The item, and where it stands in its cell. */
  private Fragment.Child placed(Cell cell, BoxStyle around, Space space, double height) {
    FlexItem item = new FlexItem(cell.box(), around, space.width(), Double.NaN);
    double high = height - item.margin.down();
    boolean auto = Double.isNaN(cell.box().style().length(Property.HEIGHT, high));
    Fragment fragment =
        boxes.layout(
            cell.box(),
            item.stretches() && auto ? space.withFixedHeight(Math.max(0, high)) : space);
    double freeDown = high - fragment.height();
    double freeAcross = space.width() - item.margin.across() - fragment.width();
    double right = space.shrinks() ? share(justify(cell, around)) * freeAcross : 0;
    return new Fragment.Child(
        fragment, item.margin.left() + right, item.margin.top() + share(item.align()) * freeDown);
  }

  /** Where tracks begin that have these sizes. */
  static double[] starts(double[] sizes, double gap) {
    double[] starts = new double[sizes.length];
    for (int i = 1; i < sizes.length; i++) {
      starts[i] = starts[i - 1] + sizes[i - 1] + gap;
    }
    return starts;
  }

  private static String justify(Cell cell, BoxStyle around) {
    String own = FlexFlow.bare(cell.box().style().word(Property.JUSTIFY_SELF, "auto"));
    return own.equals("auto") ? FlexFlow.bare(around.word(Property.JUSTIFY_ITEMS, "start")) : own;
  }

  private static double share(String align) {
    return switch (align) {
      case "center" -> 0.5;
      case "end", "flex-end", "right" -> 1;
      default -> 0;
    };
  }
}
