package dev.deckmill.svgpptx.font.file;

/** A subtable of pairs: by glyph (format 1) or by class of glyphs (format 2). */
final class PairSubtable {
  /** The subtable says nothing of the pair: the next one may. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  private static final int X_ADVANCE = 4;

  private final Bytes table;
  private final Bytes coverage;
  private final Bytes leftClasses;
  private final Bytes rightClasses;
  private final boolean byClass;

  /** Bytes of both value records, and where the left one's advance lies in it; -1: nowhere. */
  private final int valueSize;

  private final int advanceAt;

  private PairSubtable(Bytes table) {
    this.table = table;
    this.coverage = table.from(table.u16(2));
    this.byClass = table.u16(0) == 2;
    this.leftClasses = byClass ? table.from(table.u16(8)) : table;
    this.rightClasses = byClass ? table.from(table.u16(10)) : table;
    int left = table.u16(4);
    this.valueSize = 2 * (Integer.bitCount(left) + Integer.bitCount(table.u16(6)));
    this.advanceAt = (left & X_ADVANCE) == 0 ? -1 : 2 * Integer.bitCount(left & (X_ADVANCE - 1));
  }

  static PairSubtable of(Bytes table) {
    return new PairSubtable(table);
  }

  int between(int left, int right) {
    int index = coverageIndex(left);
    if (index < 0) {
      return UNKNOWN;
    }
    return byClass ? classPair(left, right) : glyphPair(index, right);
  }

  private int glyphPair(int index, int right) {
    Bytes set = table.from(table.u16(10 + 2 * index));
    int size = 2 + valueSize;
    int low = 0;
    int high = set.u16(0) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = 2 + middle * size;
      int glyph = set.u16(at);
      if (glyph == right) {
        return advanceAt < 0 ? 0 : set.i16(at + 2 + advanceAt);
      } else if (glyph < right) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return UNKNOWN;
  }

  private int classPair(int left, int right) {
    int row = classOf(leftClasses, left);
    int column = classOf(rightClasses, right);
    int columns = table.u16(14);
    if (row >= table.u16(12) || column >= columns) {
      return UNKNOWN;
    }
    return advanceAt < 0 ? 0 : table.i16(16 + (row * columns + column) * valueSize + advanceAt);
  }

  /** A coverage table's index of the glyph, or -1. */
  private int coverageIndex(int glyph) {
    boolean ranges = coverage.u16(0) == 2;
    int found = ranges ? range(coverage, 4, coverage.u16(2), glyph) : -1;
    if (ranges) {
      return found < 0 ? -1 : coverage.u16(found + 4) + glyph - coverage.u16(found);
    }
    int low = 0;
    int high = coverage.u16(2) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int candidate = coverage.u16(4 + 2 * middle);
      if (candidate == glyph) {
        return middle;
      } else if (candidate < glyph) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** A class definition's class of the glyph; 0 where it names none. */
  private static int classOf(Bytes definition, int glyph) {
    if (definition.u16(0) == 1) {
      int index = glyph - definition.u16(2);
      return index >= 0 && index < definition.u16(4) ? definition.u16(6 + 2 * index) : 0;
    }
    int found = range(definition, 4, definition.u16(2), glyph);
    return found < 0 ? 0 : definition.u16(found + 4);
  }

  /** Where the record (first, last, value) that holds the glyph begins, or -1. */
  private static int range(Bytes table, int start, int count, int glyph) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = start + 6 * middle;
      if (glyph < table.u16(at)) {
        high = middle - 1;
      } else if (glyph > table.u16(at + 2)) {
        low = middle + 1;
      } else {
        return at;
      }
    }
    return -1;
  }
}
