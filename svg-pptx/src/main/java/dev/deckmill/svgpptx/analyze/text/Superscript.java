package dev.deckmill.svgpptx.analyze.text;

import java.util.Optional;

/**
 * A run above or below the line it belongs to, as {@code a:rPr baseline} has it (ECMA-376
 * §21.1.2.3.9): PowerPoint draws such a run at two thirds of its size, raised by a share of it.
 *
 * @param size to write, in user units, so that the drawn one is right
 * @param share of that size by which it is raised, negative below the line
 */
record Superscript(double size, double share) {
  /** At which share of its size PowerPoint draws a raised run. */
  private static final double DRAWN = 2.0 / 3;

  /** A run larger than those on the line would move their line; so much is not seen. */
  private static final double LARGER = 1.1;

  private static final double LEAST = 0.02;
  private static final double MOST = 0.5;

  /**
   * Empty where the run would be drawn at another size, or so far from the line that it moves it.
   *
   * @param drawn the size that the run is to have
   * @param ofLine the size of the runs on the line, in the same unit
   * @param up how far its baseline lies above theirs
   */
  static Optional<Superscript> of(double drawn, double ofLine, double up) {
    double size = drawn / DRAWN;
    if (size > ofLine * LARGER) {
      return Optional.empty();
    }
    double written = Math.min(size, ofLine);
    double share = up / written;
    return Math.abs(share) >= LEAST && Math.abs(share) <= MOST
        ? Optional.of(new Superscript(written, share))
        : Optional.empty();
  }
}
