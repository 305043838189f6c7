package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.css.Property;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Which cells of a grid an item takes (CSS Grid 1 §8), without names of lines and dense packing.
 */
final class GridPlacement {
  private static final int MOST_COLUMNS = 200;
  private static final int MOST_ROWS = 4_000;
  private static final String SPAN = "span";

  /** An item in its cells. */
  record Cell(HtmlBox.Container box, int column, int row, int columns, int rows) {}

  /**
   * Where an item wants to be along one axis.
   *
   * @param start of the first track from 0, below 0: anywhere
   */
  private record Wish(int start, int span) {}

  private final GridAreas areas;
  private final int explicitColumns;
  private final int explicitRows;
  private final boolean byColumns;
  private final List<BitSet> taken = new ArrayList<>();

  /** How many tracks there are across the direction in which items follow each other. */
  private int breadth;

  private int row;
  private int column;

  private GridPlacement(BoxStyle style, int columns, int rows) {
    this.areas = GridAreas.of(style);
    this.explicitColumns = Math.clamp(Math.max(columns, areas.columns()), 1, MOST_COLUMNS);
    this.explicitRows = Math.clamp(Math.max(rows, areas.rows()), 1, MOST_COLUMNS);
    this.byColumns = style.word(Property.GRID_AUTO_FLOW, "row").startsWith("column");
    this.breadth = byColumns ? explicitRows : explicitColumns;
  }

  /**
   * The cells of items, in their order.
   *
   * @param columns how many the grid is made with, likewise rows
   */
  static List<Cell> of(BoxStyle style, List<HtmlBox.Container> items, int columns, int rows) {
    GridPlacement placement = new GridPlacement(style, columns, rows);
    for (HtmlBox.Container item : items) {
      placement.widen(item);
    }
    Cell[] placed = new Cell[items.size()];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < placed.length; i++) {
        boolean first = placement.along(items.get(i)).start() >= 0;
        if (first == (pass == 0)) {
          placed[i] = placement.placed(items.get(i));
        }
      }
    }
    return List.of(placed);
  }

  /** Along which items follow each other: rows, or columns where they flow in those. */
  private Wish along(HtmlBox.Container item) {
    return byColumns ? columnOf(item) : rowOf(item);
  }

  private Wish across(HtmlBox.Container item) {
    return byColumns ? rowOf(item) : columnOf(item);
  }

  private Wish columnOf(HtmlBox.Container item) {
    return wish(
        item.style(), Property.GRID_COLUMN_START, Property.GRID_COLUMN_END, explicitColumns, false);
  }

  private Wish rowOf(HtmlBox.Container item) {
    return wish(item.style(), Property.GRID_ROW_START, Property.GRID_ROW_END, explicitRows, true);
  }

  /** Room for items that ask for tracks beyond those the grid is made with. */
  private void widen(HtmlBox.Container item) {
    Wish wish = across(item);
    int end = Math.max(0, wish.start()) + wish.span();
    breadth = Math.clamp(end, breadth, MOST_COLUMNS);
  }

  private Cell placed(HtmlBox.Container item) {
    Wish along = along(item);
    Wish across = across(item);
    int wide = Math.min(across.span(), breadth);
    int start = Math.min(across.start(), breadth - wide);
    int high = along.span();
    if (along.start() >= 0) {
      int at = start;
      while (across.start() < 0
          && ++at + wide < breadth
          && !isFree(along.start(), at, high, wide)) {
        // the next one
      }
      int from = across.start() < 0 ? Math.max(0, Math.min(at, breadth - wide)) : start;
      return take(item, along.start(), from, high, wide);
    }
    if (across.start() >= 0) {
      row += start < column ? 1 : 0;
      column = start;
      while (row < MOST_ROWS && !isFree(row, column, high, wide)) {
        row++;
      }
    } else {
      seek(high, wide);
    }
    Cell cell = take(item, row, column, high, wide);
    column += wide;
    return cell;
  }

  /** On to the first place from here on that is free. */
  private void seek(int high, int wide) {
    while (row < MOST_ROWS && (column + wide > breadth || !isFree(row, column, high, wide))) {
      column++;
      if (column + wide > breadth) {
        column = 0;
        row++;
      }
    }
  }

  private boolean isFree(int fromRow, int fromColumn, int high, int wide) {
    for (int i = fromRow; i < fromRow + high && i < taken.size(); i++) {
      int next = taken.get(i).nextSetBit(fromColumn);
      if (next >= 0 && next < fromColumn + wide) {
        return false;
      }
    }
    return true;
  }

  private Cell take(HtmlBox.Container item, int wanted, int from, int high, int wide) {
    int at = Math.min(wanted, MOST_ROWS);
    while (taken.size() < at + high) {
      taken.add(new BitSet(breadth));
    }
    for (int i = at; i < at + high; i++) {
      taken.get(i).set(from, from + wide);
    }
    return byColumns ? new Cell(item, at, from, high, wide) : new Cell(item, from, at, wide, high);
  }

  /** {@code span 2}, {@code 1 / 3}, {@code 1 / -1}, {@code 2 / span 2}, the name of an area. */
  private Wish wish(BoxStyle style, Property first, Property last, int explicit, boolean down) {
    String from = style.word(first, "auto");
    String to = style.word(last, "auto");
    int start = line(from, explicit, down, false);
    int end = line(to, explicit, down, true);
    if (start >= 0 && end >= 0) {
      return new Wish(Math.min(start, end), Math.max(1, Math.abs(end - start)));
    }
    int span = Math.max(span(from), span(to));
    if (end >= 0) {
      return new Wish(Math.max(0, end - span), span);
    }
    return new Wish(start, span);
  }

  /** The line counted from 0; below 0 where none is named. */
  private int line(String text, int explicit, boolean down, boolean atEnd) {
    int[] area = areas.range(text, down);
    if (area != null) {
      return area[atEnd ? 1 : 0];
    }
    int number = number(text);
    if (number == 0) {
      return -1;
    }
    return number > 0 ? number - 1 : Math.max(0, explicit + 1 + number);
  }

  private static int span(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith(SPAN)
        ? Math.clamp(number(text.substring(SPAN.length())), 1, MOST_COLUMNS)
        : 1;
  }

  /** 0 where it is none. */
  private static int number(String text) {
    try {
      return Math.clamp(Integer.parseInt(text.strip()), -MOST_COLUMNS, MOST_COLUMNS);
    } catch (NumberFormatException none) {
      return 0;
    }
  }
}
