package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.ir.Text;
import org.jspecify.annotations.Nullable;

/**
 * A line below a run.
 *
 * @param form null: there is none
 * @param ink its own; null: the text's
 */
public record Underline(Text.@Nullable LineForm form, @Nullable PaintUse ink) {
  public static final Underline NONE = new Underline(null, null);
}
