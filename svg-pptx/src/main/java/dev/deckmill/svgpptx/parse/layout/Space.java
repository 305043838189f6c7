package dev.deckmill.svgpptx.parse.layout;

/**
 * What a box is given to stand in, in user units; NaN where something isn't settled.
 *
 * @param width of the containing block
 * @param height of the containing block, which shares of a height refer to
 * @param fixedWidth the border box's width where the container decides it
 * @param fixedHeight the border box's height likewise
 * @param shrinks whether it is as narrow as its content rather than as wide as its container
 */
record Space(double width, double height, double fixedWidth, double fixedHeight, boolean shrinks) {
  /** A block that fills its container. */
  static Space filling(double width, double height) {
    return new Space(width, height, Double.NaN, Double.NaN, false);
  }

  /** One that is as wide as its content. */
  static Space fitting(double width, double height) {
    return new Space(width, height, Double.NaN, Double.NaN, true);
  }

  Space withFixedWidth(double border) {
    return new Space(width, height, border, fixedHeight, shrinks);
  }

  Space withFixedHeight(double border) {
    return new Space(width, height, fixedWidth, border, shrinks);
  }
}
