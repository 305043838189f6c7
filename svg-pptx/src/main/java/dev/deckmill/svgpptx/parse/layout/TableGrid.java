package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.Display;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a table lies where.
 *
 * @param rows each with its box, or null for cells that have none around them
 * @param spacing between columns and rows; below 0 where borders lie on each other
 */
record TableGrid(
    List<HtmlBox.Container> captions,
    List<HtmlBox.@Nullable Container> rows,
    List<Cell> cells,
    int columns,
    double spacing) {
  private static final int MOST_COLUMNS = 200;
  private static final int MOST_CELLS = 4_000;
  private static final int MOST_SPAN = 100;

  /**
   * A cell.
   *
   * @param columns how many it spans
   */
  record Cell(HtmlBox.Container box, int row, int column, int rows, int columns) {
    /** Spanning no more rows than there are. */
    Cell within(int all) {
      return row + rows <= all ? this : new Cell(box, row, column, all - row, columns);
    }
  }

  private record Slot(int row, int column) {}

  static boolean hasRows(HtmlBox.Container table) {
    return table.children().stream()
        .anyMatch(
            child ->
                child instanceof HtmlBox.Container part
                    && (part.display() == Display.ROW
                        || part.display() == Display.ROW_GROUP
                        || part.display() == Display.CELL));
  }

  static TableGrid of(HtmlBox.Container table) {
    Builder builder = new Builder();
    for (HtmlBox child : table.children()) {
      if (child instanceof HtmlBox.Container part) {
        builder.part(part);
      }
    }
    return new TableGrid(
        builder.captions,
        builder.rows,
        builder.cells.stream().map(cell -> cell.within(builder.rows.size())).toList(),
        Math.max(1, builder.columns),
        spacing(table, builder.cells));
  }

  /** Around all cells. */
  double margin() {
    return Math.max(0, spacing);
  }

  boolean isTooLarge() {
    return columns > MOST_COLUMNS || cells.size() > MOST_CELLS;
  }

  List<Cell> cellsOfRow(int row) {
    return cells.stream().filter(cell -> cell.row() == row).toList();
  }

  /** Where borders collapse, neighbours lie on each other by the width of one. */
  private static double spacing(HtmlBox.Container table, List<Cell> cells) {
    if (!table.style().is(Property.BORDER_COLLAPSE, "collapse")) {
      String first = table.style().word(Property.BORDER_SPACING, "0").split(" ", -1)[0];
      double parsed =
          dev.deckmill.svgpptx.parse.value.LengthParser.parse(
              first, table.style().computed().units(), Double.NaN, 0);
      return Math.clamp(parsed, 0, 1000);
    }
    return cells.isEmpty() ? 0 : -cells.getFirst().box().style().border().left();
  }

  /** Rows as they come, cells into what is free. */
  private static final class Builder {
    private final List<HtmlBox.Container> captions = new ArrayList<>();
    private final List<HtmlBox.@Nullable Container> rows = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final Set<Slot> taken = new HashSet<>();
    private int columns;
    private int column;

    void part(HtmlBox.Container part) {
      switch (part.display()) {
        case ROW_GROUP -> part.children().forEach(this::partOfGroup);
        case ROW -> row(part);
        case CELL -> {
          if (rows.isEmpty() || rows.getLast() != null) {
            open(null);
          }
          cell(part);
        }
        case NONE, CONTENTS, INLINE, BLOCK, LIST_ITEM, INLINE_BLOCK, FLEX, INLINE_FLEX, GRID ->
            captions.add(part);
        case INLINE_GRID, TABLE, INLINE_TABLE -> captions.add(part);
      }
    }

    private void partOfGroup(HtmlBox box) {
      if (box instanceof HtmlBox.Container part) {
        part(part);
      }
    }

    private void row(HtmlBox.Container row) {
      open(row);
      for (HtmlBox child : row.children()) {
        if (child instanceof HtmlBox.Container part) {
          cell(part);
        }
      }
    }

    private void open(HtmlBox.@Nullable Container row) {
      rows.add(row);
      column = 0;
    }

    private void cell(HtmlBox.Container box) {
      int row = rows.size() - 1;
      while (taken.contains(new Slot(row, column))) {
        column++;
      }
      int wide = span(box.element(), "colspan");
      int high = span(box.element(), "rowspan");
      for (int r = 1; r < high; r++) {
        for (int c = 0; c < wide; c++) {
          taken.add(new Slot(row + r, column + c));
        }
      }
      cells.add(new Cell(box, row, column, high, wide));
      column += wide;
      columns = Math.max(columns, column);
    }

    private static int span(@Nullable Element cell, String attribute) {
      String text = cell == null ? null : cell.attribute(attribute);
      try {
        return text == null ? 1 : Math.clamp(Integer.parseInt(text.strip()), 1, MOST_SPAN);
      } catch (NumberFormatException none) {
        return 1;
      }
    }
  }
}
