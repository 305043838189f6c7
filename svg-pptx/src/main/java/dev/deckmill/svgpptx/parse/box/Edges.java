package dev.deckmill.svgpptx.parse.box;

/** Widths at the four sides of a box, in user units. */
public record Edges(double top, double right, double bottom, double left) {
  public static final Edges NONE = new Edges(0, 0, 0, 0);

  public Edges plus(Edges other) {
    return new Edges(
        top + other.top, right + other.right, bottom + other.bottom, left + other.left);
  }

  /** Of both sides. */
  public double across() {
    return left + right;
  }

  /** Of top and bottom. */
  public double down() {
    return top + bottom;
  }
}
