package dev.deckmill.svgpptx.font.file;

import dev.deckmill.svgpptx.font.face.GlyphKerning;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The horizontal pairs of the {@code kern} table (OpenType 1.9 §kern, format 0). */
final class KernTable implements GlyphKerning.Pairs {
  private static final int HORIZONTAL = 1;
  private static final int MINIMUM = 2;
  private static final int CROSS_STREAM = 4;

  private final int[] keys;
  private final short[] values;

  private KernTable(int[] keys, short[] values) {
    this.keys = keys;
    this.values = values;
  }

  /** Null where the table has none that we read: Apple's version 1, formats other than 0. */
  static @Nullable KernTable of(Bytes table) {
    if (table.u16(0) != 0) {
      return null;
    }
    int at = 4;
    int count = table.u16(2);
    for (int i = 0; i < count; i++) {
      int coverage = table.u16(at + 4);
      boolean usable =
          (coverage & HORIZONTAL) != 0
              && (coverage & (MINIMUM | CROSS_STREAM)) == 0
              && coverage >> 8 == 0;
      if (usable) {
        return pairs(table.from(at + 6));
      }
      at += table.u16(at + 2);
    }
    return null;
  }

  private static KernTable pairs(Bytes subtable) {
    int count = subtable.u16(0);
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      int at = 8 + 6 * i;
      long key = (long) subtable.u16(at) << 16 | subtable.u16(at + 2);
      sorted[i] = key << 16 | (subtable.i16(at + 4) & 0xFFFF);
    }
    Arrays.sort(sorted);
    int[] keys = new int[count];
    short[] values = new short[count];
    for (int i = 0; i < count; i++) {
      keys[i] = signed(sorted[i] >>> 16);
      values[i] = (short) sorted[i];
    }
    return new KernTable(keys, values);
  }

  @Override
  public int between(int leftGlyph, int rightGlyph) {
    int found = Arrays.binarySearch(keys, signed((long) leftGlyph << 16 | rightGlyph));
    return found < 0 ? 0 : values[found];
  }

  /** Keeps the order of unsigned numbers. */
  private static int signed(long key) {
    return (int) (key + Integer.MIN_VALUE);
  }
}
