package dev.deckmill.svgpptx.font.file;

/**
 * The {@code cmap} table: which glyph shows a code point (OpenType 1.9 §cmap, formats 4 and 12).
 */
final class CharacterMap {
  /** Receives each pair of the map, in no order. */
  interface Sink {
    void glyph(int codePoint, int glyph);
  }

  private static final int UNICODE = 0;
  private static final int WINDOWS = 3;
  private static final int WINDOWS_SYMBOL = 0;
  private static final int WINDOWS_BMP = 1;
  private static final int WINDOWS_FULL = 10;

  private CharacterMap() {}

  /** Feeds every code point that has a glyph other than .notdef. */
  static void read(Bytes table, int glyphs, Sink sink) {
    Bytes best = null;
    int rank = 0;
    int count = table.u16(2);
    for (int i = 0; i < count; i++) {
      int at = 4 + 8 * i;
      Bytes subtable = table.from(table.u32(at + 4));
      int found = rank(table.u16(at), table.u16(at + 2), subtable.u16(0));
      if (found > rank) {
        rank = found;
        best = subtable;
      }
    }
    if (best == null) {
      return;
    }
    Sink valid =
        (codePoint, glyph) -> {
          if (glyph != 0 && glyph < glyphs && Character.isValidCodePoint(codePoint)) {
            sink.glyph(codePoint, glyph);
          }
        };
    if (best.u16(0) == 12) {
      groups(best, valid);
    } else {
      segments(best, valid);
    }
  }

  /** The whole of Unicode before its first plane, a symbol font's own codes last. */
  private static int rank(int platform, int encoding, int format) {
    boolean full = format == 12;
    if (!full && format != 4) {
      return 0;
    }
    if (platform == WINDOWS && encoding == WINDOWS_FULL) {
      return full ? 5 : 0;
    }
    if (platform == WINDOWS && encoding == WINDOWS_BMP) {
      return 3;
    }
    if (platform == WINDOWS && encoding == WINDOWS_SYMBOL) {
      return 1;
    }
    return platform == UNICODE ? (full ? 4 : 2) : 0;
  }

  private static void groups(Bytes subtable, Sink sink) {
    int count = subtable.u32(12);
    long mapped = 0;
    for (int i = 0; i < count; i++) {
      int at = 16 + 12 * i;
      int first = subtable.u32(at);
      int last = Math.min(subtable.u32(at + 4), Character.MAX_CODE_POINT);
      int glyph = subtable.u32(at + 8);
      mapped += Math.max(0, last - first + 1);
      check(mapped, Character.MAX_CODE_POINT + 1);
      for (int codePoint = first; codePoint <= last; codePoint++) {
        sink.glyph(codePoint, glyph + codePoint - first);
      }
    }
  }

  /** Ranges don't overlap; those of a font that is made to keep readers busy do. */
  private static void check(long mapped, int most) {
    if (mapped > most) {
      throw new IndexOutOfBoundsException(most);
    }
  }

  private static void segments(Bytes subtable, Sink sink) {
    int twice = subtable.u16(6);
    long mapped = 0;
    for (int i = 0; i < twice; i += 2) {
      int last = subtable.u16(14 + i);
      int first = subtable.u16(16 + twice + i);
      int delta = subtable.u16(16 + 2 * twice + i);
      mapped += Math.max(0, last - first + 1);
      check(mapped, 1 << 17);
      int slot = 16 + 3 * twice + i;
      int rangeOffset = subtable.u16(slot);
      for (int code = first; code <= last && code != 0xFFFF; code++) {
        int glyph = code;
        if (rangeOffset != 0) {
          glyph = subtable.u16(slot + rangeOffset + 2 * (code - first));
        }
        if (rangeOffset == 0 || glyph != 0) {
          sink.glyph(code, (glyph + delta) & 0xFFFF);
        }
      }
    }
  }
}
