package dev.deckmill.svgpptx.analyze.plan;

import org.jspecify.annotations.Nullable;

/**
 * A line below a run.
 *
 * @param ink its own; null: the text's
 */
public record Underline(boolean drawn, @Nullable PaintUse ink) {
  public static final Underline NONE = new Underline(false, null);
  public static final Underline OF_TEXT = new Underline(true, null);
}
