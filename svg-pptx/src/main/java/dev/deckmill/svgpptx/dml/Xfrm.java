package dev.deckmill.svgpptx.dml;

import java.util.Objects;

/**
 * {@code a:xfrm} (ECMA-376 §20.1.7.6): a box, flipped, then turned around its centre.
 *
 * @param width 0 or more
 * @param height 0 or more
 */
public record Xfrm(
    Emu x, Emu y, Emu width, Emu height, Angle rotation, boolean flipH, boolean flipV) {
  public Xfrm {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(rotation, "rotation");
    if (width.value() < 0 || height.value() < 0) {
      throw new IllegalArgumentException("a box of " + width + " × " + height);
    }
  }

  /** An upright box. */
  public static Xfrm box(Emu x, Emu y, Emu width, Emu height) {
    return new Xfrm(x, y, width, height, Angle.ZERO, false, false);
  }
}
