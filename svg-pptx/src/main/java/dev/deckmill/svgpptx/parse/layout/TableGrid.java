package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.parse.box.Display;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a table lies where.
 *
 * @param outOfFlow what stands in no cell
 * @param rows each with its cells, from above
 * @param spacing between columns and rows; below 0 where borders lie on each other
 * @param isTooLarge whether it has more than a slide could show, which is left out here
 */
record TableGrid(
    List<HtmlBox.Container> captions,
    List<HtmlBox> outOfFlow,
    List<Row> rows,
    int columns,
    double spacing,
    boolean isTooLarge) {
  private static final int MOST_COLUMNS = 200;
  private static final int MOST_CELLS = 4_000;
  private static final int MOST_ROWS = 4_000;
  private static final int MOST_SPAN = 100;

  /**
   * A row.
   *
   * @param box null where the cells have none around them
   */
  record Row(HtmlBox.@Nullable Container box, List<Cell> cells) {}

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

  static boolean hasRows(HtmlBox.Container table) {
    for (HtmlBox child : table.children()) {
      if (child instanceof HtmlBox.Container part
          && (part.display() == Display.ROW
              || part.display() == Display.ROW_GROUP
              || part.display() == Display.CELL)) {
        return true;
      }
    }
    return false;
  }

  static TableGrid of(HtmlBox.Container table) {
    Builder builder = new Builder();
    table.children().forEach(builder::part);
    builder.rows.forEach(row -> row.cells().replaceAll(cell -> cell.within(builder.rows.size())));
    return new TableGrid(
        builder.captions,
        builder.outOfFlow,
        builder.rows,
        Math.max(1, builder.columns),
        spacing(table, builder.rows),
        builder.tooLarge);
  }

  /** Around all cells. */
  double margin() {
    return Math.max(0, spacing);
  }

  /** From above, and from left to right. */
  List<Cell> cells() {
    return rows.stream().flatMap(row -> row.cells().stream()).toList();
  }

  /** Where borders collapse, neighbours lie on each other by the width of one. */
  private static double spacing(HtmlBox.Container table, List<Row> rows) {
    if (!table.style().is(Property.BORDER_COLLAPSE, "collapse")) {
      String first = table.style().word(Property.BORDER_SPACING, "0").split(" ", -1)[0];
      double parsed = LengthParser.parse(first, table.style().computed().units(), Double.NaN, 0);
      return Math.clamp(parsed, 0, 1000);
    }
    for (Row row : rows) {
      if (!row.cells().isEmpty()) {
        return -row.cells().getFirst().box().style().border().left();
      }
    }
    return 0;
  }

  /** Rows as they come, cells into what is free. */
  private static final class Builder {
    private final List<HtmlBox.Container> captions = new ArrayList<>();
    private final List<HtmlBox> outOfFlow = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** For each column the row that is the first to be free in it. */
    private final int[] freeFrom = new int[MOST_COLUMNS];

    private int cells;
    private int columns;
    private int column;
    private boolean tooLarge;

    void part(HtmlBox box) {
      if (!BoxTree.isInFlow(box)) {
        outOfFlow.add(box);
      } else if (box instanceof HtmlBox.Container part) {
        part(part);
      }
    }

    private void part(HtmlBox.Container part) {
      switch (part.display()) {
        case ROW_GROUP -> part.children().forEach(this::part);
        case ROW -> {
          open(part);
          part.children().forEach(this::partOfRow);
        }
        case CELL -> {
          if (rows.isEmpty() || rows.getLast().box() != null) {
            open(null);
          }
          cell(part);
        }
        case NONE, CONTENTS, INLINE, BLOCK, LIST_ITEM, INLINE_BLOCK, FLEX, INLINE_FLEX, GRID ->
            captions.add(part);
        case INLINE_GRID, TABLE, INLINE_TABLE -> captions.add(part);
      }
    }

    private void partOfRow(HtmlBox box) {
      if (!BoxTree.isInFlow(box)) {
        outOfFlow.add(box);
      } else if (box instanceof HtmlBox.Container part) {
        cell(part);
      }
    }

    private void open(HtmlBox.@Nullable Container row) {
      tooLarge |= rows.size() == MOST_ROWS;
      if (!tooLarge) {
        rows.add(new Row(row, new ArrayList<>()));
        column = 0;
      }
    }

    private void cell(HtmlBox.Container box) {
      int row = rows.size() - 1;
      while (column < MOST_COLUMNS && freeFrom[column] > row) {
        column++;
      }
      int wide = span(box.element(), "colspan");
      int high = span(box.element(), "rowspan");
      tooLarge |= column + wide > MOST_COLUMNS || cells == MOST_CELLS;
      if (tooLarge) {
        return;
      }
      for (int c = column; c < column + wide; c++) {
        freeFrom[c] = Math.max(freeFrom[c], row + high);
      }
      rows.getLast().cells().add(new Cell(box, row, column, high, wide));
      cells++;
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
