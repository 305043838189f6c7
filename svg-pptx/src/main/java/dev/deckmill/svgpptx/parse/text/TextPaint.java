package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import org.jspecify.annotations.Nullable;

/** How characters are painted. */
record TextPaint(
    Paint fill, @Nullable Stroke stroke, boolean strokeFirst, Text.Decoration decoration) {
  static final TextPaint NONE = new TextPaint(Paint.NONE, null, false, Text.Decoration.NONE);
}
