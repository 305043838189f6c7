package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.TextBlock;
import java.util.List;

/**
 * A line of text in its block; lengths are user units from the block's border box.
 *
 * @param left where its content begins; {@code width} without the spaces at its end
 * @param baseline of the line, which everything in it stands on
 * @param anchor which point of it keeps its place
 * @param pieces from left to right
 */
public record Line(
    double left,
    double top,
    double baseline,
    double width,
    double height,
    Text.Anchor anchor,
    TextBlock.Ending ending,
    List<Piece> pieces) {
  public Line {
    pieces = List.copyOf(pieces);
  }

  Line lowered(double by) {
    return by == 0
        ? this
        : new Line(left, top + by, baseline + by, width, height, anchor, ending, pieces);
  }

  /** One thing in a line. */
  public sealed interface Piece {
    /** From the line's left. */
    double x();

    double width();
  }

  /**
   * Characters of one look.
   *
   * @param raise above the line's baseline
   */
  public record Characters(double x, double width, String text, InlineContext context, double raise)
      implements Piece {}

  /**
   * A box that stands in the line as a whole.
   *
   * @param raise of its bottom edge above the line's baseline
   */
  public record Atomic(double x, double width, Fragment fragment, double raise) implements Piece {}
}
