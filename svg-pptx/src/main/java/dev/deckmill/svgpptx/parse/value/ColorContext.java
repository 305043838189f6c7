package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.ir.Rgba;

/**
 * What colours can refer to (CSS Color 4 §6.2, §9; CSS Color 5 §6).
 *
 * @param current what {@code currentColor} is
 * @param dark whether the colour scheme in use is the dark one
 */
public record ColorContext(Rgba current, boolean dark) {
  /** Black on a light page. */
  public static final ColorContext INITIAL = new ColorContext(Rgba.BLACK, false);
}
