package dev.deckmill.svgpptx.ir;

/** An upright rectangle in user units; width and height are 0 or more. */
public record Box(double x, double y, double width, double height) {
  public Box {
    if (!(width >= 0 && height >= 0)) {
      throw new IllegalArgumentException("a box of " + width + " × " + height);
    }
  }
}
