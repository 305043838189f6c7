package dev.deckmill.svgpptx.font.face;

/** Pairs as the bundled metrics keep them: characters that kern alike are one class. */
public final class ClassKerning implements Kerning {
  private final CodePointTable left;
  private final CodePointTable right;
  private final int rightClasses;
  private final short[] values;

  /**
   * @param left class of each code point as the left of a pair
   * @param right class of each code point as the right of a pair
   * @param values left class × right class, row by row
   */
  public ClassKerning(CodePointTable left, CodePointTable right, int rightClasses, short[] values) {
    this.left = left;
    this.right = right;
    this.rightClasses = rightClasses;
    this.values = values;
  }

  @Override
  public int between(int leftCodePoint, int rightCodePoint) {
    int row = left.get(leftCodePoint);
    int column = right.get(rightCodePoint);
    return row < 0 || column < 0 ? 0 : values[row * rightClasses + column];
  }
}
