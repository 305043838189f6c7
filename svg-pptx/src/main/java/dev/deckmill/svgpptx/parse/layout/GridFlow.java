package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.css.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code display: grid} (CSS Grid 1): items row by row, in columns of given or shared widths. */
final class GridFlow {
  private final BoxLayout boxes;

  /** An item in its cells. */
  private record Cell(HtmlBox.Container box, int column, int row, int span) {}

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
    List<GridTracks.Track> columns = GridTracks.columns(box.style(), inner);
    List<Cell> cells = cells(box, fragment, edges, Math.max(1, columns.size()));
    double columnGap = box.style().length(Property.COLUMN_GAP, inner, 0);
    double rowGap = box.style().length(Property.ROW_GAP, high, 0);
    double[] widths = widths(columns, cells, inner, columnGap);
    double[] heights = heights(box, cells, widths, columnGap, high, rowGap);
    double[] xs = starts(widths, columnGap);
    double[] ys = starts(heights, rowGap);
    for (Cell cell : cells) {
      Space room = space(cell, box.style(), widths, columnGap);
      Fragment.Child item = placed(cell, box.style(), room, heights[cell.row()]);
      fragment
          .children()
          .add(item.moved(edges.left() + xs[cell.column()], edges.top() + ys[cell.row()]));
    }
    double used = Arrays.stream(heights).sum() + rowGap * Math.max(0, heights.length - 1);
    fragment.size(width, Sizing.height(box, space, width, used));
    return fragment;
  }

  /** Items into cells, one after the other. */
  private static List<Cell> cells(
      HtmlBox.Container box, Fragment fragment, Edges edges, int columns) {
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    int row = 0;
    for (HtmlBox child : box.children()) {
      if (!BoxTree.isInFlow(child)) {
        fragment.outOfFlow().add(new Fragment.OutOfFlow(child, edges.left(), edges.top()));
        continue;
      }
      if (!(child instanceof HtmlBox.Container part)) {
        continue;
      }
      int span = Math.min(columns, span(part.style(), columns));
      if (column + span > columns) {
        column = 0;
        row++;
      }
      cells.add(new Cell(part, column, row, span));
      column += span;
    }
    return cells;
  }

  /** {@code span 2}, {@code 1 / 3}, {@code 1 / -1}. */
  private static int span(BoxStyle style, int columns) {
    String value = style.word(Property.GRID_COLUMN, "auto");
    int slash = value.indexOf('/');
    String end = slash < 0 ? value : value.substring(slash + 1).strip();
    if (end.startsWith("span")) {
      return Math.max(1, number(end.substring(4), 1));
    }
    if (slash < 0) {
      return 1;
    }
    int from = number(value.substring(0, slash), 1);
    int to = number(end, from + 1);
    return Math.max(1, (to < 0 ? columns + 2 + to : to) - from);
  }

  private static int number(String text, int fallback) {
    try {
      return Math.clamp(Integer.parseInt(text.strip()), -200, 200);
    } catch (NumberFormatException none) {
      return fallback;
    }
  }

  private double[] widths(
      List<GridTracks.Track> columns, List<Cell> cells, double room, double gap) {
    int count = Math.max(1, columns.size());
    double[] widths = new double[count];
    double shares = 0;
    for (int i = 0; i < count; i++) {
      GridTracks.Track track =
          i < columns.size() ? columns.get(i) : new GridTracks.Track(Double.NaN, 1);
      shares += track.share();
      widths[i] =
          !Double.isNaN(track.length()) ? track.length() : track.share() > 0 ? 0 : widest(cells, i);
    }
    double free = room - Arrays.stream(widths).sum() - gap * (count - 1);
    for (int i = 0; i < count && shares > 0 && free > 0; i++) {
      double share = i < columns.size() ? columns.get(i).share() : 1;
      widths[i] += free * share / shares;
    }
    return widths;
  }

  private double widest(List<Cell> cells, int column) {
    double widest = 0;
    for (Cell cell : cells) {
      if (cell.column() == column && cell.span() == 1) {
        double margins = cell.box().style().margin(0).across();
        widest = Math.max(widest, boxes.maxContent(cell.box()) + margins);
      }
    }
    return widest;
  }

  private static double across(Cell cell, double[] widths, double gap) {
    double width = gap * (cell.span() - 1);
    for (int i = cell.column(); i < cell.column() + cell.span(); i++) {
      width += widths[i];
    }
    return width;
  }

  private double[] heights(
      HtmlBox.Container box,
      List<Cell> cells,
      double[] widths,
      double gap,
      double room,
      double rowGap) {
    int rows = cells.isEmpty() ? 0 : cells.getLast().row() + 1;
    double[] heights = new double[rows];
    for (Cell cell : cells) {
      Fragment item = boxes.layout(cell.box(), space(cell, box.style(), widths, gap));
      double margins = cell.box().style().margin(widths[cell.column()]).down();
      heights[cell.row()] = Math.max(heights[cell.row()], item.height() + margins);
    }
    List<GridTracks.Track> tracks = GridTracks.rows(box.style(), room);
    double free = Double.isNaN(room) ? 0 : room - rowGap * Math.max(0, rows - 1);
    double shares = 0;
    for (int i = 0; i < rows; i++) {
      GridTracks.Track track = i < tracks.size() ? tracks.get(i) : GridTracks.Track.AUTO;
      heights[i] = Double.isNaN(track.length()) ? heights[i] : track.length();
      free -= track.share() > 0 ? 0 : heights[i];
      shares += track.share();
    }
    stretch(heights, tracks, free, shares);
    return heights;
  }

  /** Rows share the room that is left; without shares all of them stretch (§11.8). */
  private static void stretch(
      double[] heights, List<GridTracks.Track> tracks, double free, double shares) {
    for (int i = 0; i < heights.length && free > 0; i++) {
      double share = i < tracks.size() ? tracks.get(i).share() : 0;
      if (shares > 0) {
        heights[i] = share > 0 ? Math.max(heights[i], free * share / shares) : heights[i];
      } else if (i >= tracks.size() || Double.isNaN(tracks.get(i).length())) {
        heights[i] += free / heights.length;
      }
    }
  }

  private static Space space(Cell cell, BoxStyle around, double[] widths, double gap) {
    double width = across(cell, widths, gap);
    String own = FlexFlow.bare(cell.box().style().word(Property.JUSTIFY_SELF, "auto"));
    String how =
        own.equals("auto") ? FlexFlow.bare(around.word(Property.JUSTIFY_ITEMS, "stretch")) : own;
    boolean fills = how.equals("stretch") || how.equals("normal") || how.equals("legacy");
    return fills ? Space.filling(width, Double.NaN) : Space.fitting(width, Double.NaN);
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
