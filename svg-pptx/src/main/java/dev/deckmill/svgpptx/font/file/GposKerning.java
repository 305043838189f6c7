package dev.deckmill.svgpptx.font.file;

import dev.deckmill.svgpptx.font.face.GlyphKerning;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of the {@code kern} feature (OpenType 1.9 §GPOS, lookup types 2 and 9).
 *
 * <p>The feature's lookups of every script are taken together; a glyph belongs to one script, so
 * they don't meet. Lookup flags, contextual kerning (types 7 and 8) and the adjustment of the
 * second glyph are left out: Latin, Greek, Cyrillic and CJK fonts don't kern by them.
 */
final class GposKerning implements GlyphKerning.Pairs {
  /** Features that refer to lookups more often than this mean to keep readers busy. */
  private static final int MOST_STEPS = 100_000;

  private static final int KERN = 0x6B65726E;
  private static final int PAIR = 2;
  private static final int EXTENSION = 9;

  /** Each lookup: the first of its subtables that knows the pair counts. Lookups add up. */
  private final List<List<PairSubtable>> lookups;

  private GposKerning(List<List<PairSubtable>> lookups) {
    this.lookups = lookups;
  }

  /**
   * Null where the table has no such feature.
   *
   * @param most subtables that are read; the pairs of others are not kerned
   */
  static @Nullable GposKerning of(Bytes table, int most) {
    Bytes features = table.from(table.u16(6));
    TreeSet<Integer> wanted = new TreeSet<>();
    int steps = 0;
    for (int i = 0; i < features.u16(0); i++) {
      if (features.bits32(2 + 6 * i) == KERN) {
        Bytes feature = features.from(features.u16(6 + 6 * i));
        for (int k = 0; k < feature.u16(2) && steps < MOST_STEPS; k++, steps++) {
          wanted.add(feature.u16(4 + 2 * k));
        }
      }
    }
    Bytes list = table.from(table.u16(8));
    List<List<PairSubtable>> lookups = new ArrayList<>();
    int read = 0;
    for (int index : wanted) {
      List<PairSubtable> subtables = subtables(list.from(list.u16(2 + 2 * index)), most - read);
      read += subtables.size();
      if (!subtables.isEmpty()) {
        lookups.add(subtables);
      }
    }
    return lookups.isEmpty() ? null : new GposKerning(lookups);
  }

  @Override
  public int between(int leftGlyph, int rightGlyph) {
    int sum = 0;
    for (List<PairSubtable> lookup : lookups) {
      for (PairSubtable subtable : lookup) {
        int change = subtable.between(leftGlyph, rightGlyph);
        if (change != PairSubtable.UNKNOWN) {
          sum += change;
          break;
        }
      }
    }
    return sum;
  }

  private static List<PairSubtable> subtables(Bytes lookup, int most) {
    List<PairSubtable> subtables = new ArrayList<>();
    int type = lookup.u16(0);
    for (int i = 0; i < lookup.u16(4) && subtables.size() < most; i++) {
      Bytes subtable = lookup.from(lookup.u16(6 + 2 * i));
      int kind = type;
      if (type == EXTENSION) {
        kind = subtable.u16(2);
        subtable = subtable.from(subtable.u32(4));
      }
      if (kind == PAIR) {
        subtables.add(PairSubtable.of(subtable));
      }
    }
    return subtables;
  }
}
