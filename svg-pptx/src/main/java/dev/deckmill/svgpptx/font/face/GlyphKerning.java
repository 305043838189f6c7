package dev.deckmill.svgpptx.font.face;

/** Pairs as a font file keeps them, by glyph; those of ASCII are looked up once and kept. */
public final class GlyphKerning implements Kerning {
  /** The pairs of one table. */
  public interface Pairs {
    /** The change of the left glyph's advance, in font units. */
    int between(int leftGlyph, int rightGlyph);
  }

  private static final int FIRST = 0x20;
  private static final int COUNT = 0x7F - FIRST;

  private final CodePointTable glyphs;
  private final Pairs pairs;
  private final short[] ascii = new short[COUNT * COUNT];

  public GlyphKerning(CodePointTable glyphs, Pairs pairs) {
    this.glyphs = glyphs;
    this.pairs = pairs;
    for (int left = 0; left < COUNT; left++) {
      for (int right = 0; right < COUNT; right++) {
        ascii[left * COUNT + right] = (short) lookUp(FIRST + left, FIRST + right);
      }
    }
  }

  @Override
  public int between(int left, int right) {
    int row = left - FIRST;
    int column = right - FIRST;
    boolean known = row >= 0 && row < COUNT && column >= 0 && column < COUNT;
    return known ? ascii[row * COUNT + column] : lookUp(left, right);
  }

  private int lookUp(int left, int right) {
    int leftGlyph = glyphs.get(left);
    int rightGlyph = glyphs.get(right);
    if (leftGlyph < 0 || rightGlyph < 0) {
      return 0;
    }
    try {
      return pairs.between(leftGlyph, rightGlyph);
    } catch (IndexOutOfBoundsException e) {
      // A damaged table: its offsets lead out of it. Text layout engines don't kern such a pair.
      return 0;
    }
  }
}
