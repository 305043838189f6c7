package dev.deckmill.svgpptx.font.face;

/** How much nearer or farther than their advances two neighbours stand. */
public sealed interface Kerning permits Kerning.None, ClassKerning, GlyphKerning {
  /** Added to the advance of {@code left}, in font units; code points. */
  int between(int left, int right);

  /** A face without pairs. */
  record None() implements Kerning {
    @Override
    public int between(int left, int right) {
      return 0;
    }
  }
}
