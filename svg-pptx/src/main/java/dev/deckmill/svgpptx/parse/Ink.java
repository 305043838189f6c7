package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import org.jspecify.annotations.Nullable;

/** How characters are painted. */
record Ink(Paint fill, @Nullable Stroke stroke, boolean strokeFirst, Text.Decoration decoration) {
  static final Ink NONE = new Ink(Paint.NONE, null, false, Text.Decoration.NONE);
}
