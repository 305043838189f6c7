package dev.deckmill.svgpptx.parse.box;

import java.util.Locale;

/**
 * {@code display} (CSS Display 3): what a box is to its neighbours, and how it sets its content.
 */
public enum Display {
  NONE,
  CONTENTS,
  INLINE,
  BLOCK,
  LIST_ITEM,
  INLINE_BLOCK,
  FLEX,
  INLINE_FLEX,
  GRID,
  INLINE_GRID,
  TABLE,
  INLINE_TABLE,
  ROW_GROUP,
  ROW,
  CELL;

  public static Display of(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "none" -> NONE;
      case "contents" -> CONTENTS;
      case "block", "flow-root", "-webkit-box", "table-caption" -> BLOCK;
      case "list-item" -> LIST_ITEM;
      case "inline-block" -> INLINE_BLOCK;
      case "flex" -> FLEX;
      case "inline-flex" -> INLINE_FLEX;
      case "grid" -> GRID;
      case "inline-grid" -> INLINE_GRID;
      case "table" -> TABLE;
      case "inline-table" -> INLINE_TABLE;
      case "table-row-group", "table-header-group", "table-footer-group" -> ROW_GROUP;
      case "table-row" -> ROW;
      case "table-cell" -> CELL;
      default -> INLINE;
    };
  }

  /** Whether it stands in a line of text, as a whole or in pieces. */
  public boolean isInLine() {
    return switch (this) {
      case INLINE, INLINE_BLOCK, INLINE_FLEX, INLINE_GRID, INLINE_TABLE -> true;
      case NONE, CONTENTS, BLOCK, LIST_ITEM, FLEX, GRID, TABLE, ROW_GROUP, ROW, CELL -> false;
    };
  }

  /** Whether what is in it are items, each a block of its own. */
  public boolean hasItems() {
    return this == FLEX || this == INLINE_FLEX || this == GRID || this == INLINE_GRID;
  }

  /** The same as a block of its own, as items of flex containers are (CSS Display 3 §2.7). */
  public Display blockified() {
    return switch (this) {
      case INLINE, INLINE_BLOCK, ROW_GROUP, ROW -> BLOCK;
      case INLINE_FLEX -> FLEX;
      case INLINE_GRID -> GRID;
      case INLINE_TABLE -> TABLE;
      case NONE, CONTENTS, BLOCK, LIST_ITEM, FLEX, GRID, TABLE, CELL -> this;
    };
  }
}
