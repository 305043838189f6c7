package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.plan.TextAlign;
import dev.deckmill.svgpptx.font.LineBox;
import dev.deckmill.svgpptx.ir.Text;

/**
 * A line of a text frame. Lengths are user units.
 *
 * @param left where it begins
 * @param width its advance
 * @param line as its fonts have it by themselves
 */
record FrameLine(
    Text.Chunk chunk, Stretch stretch, double left, double baseline, double width, LineBox line) {
  TextAlign align() {
    boolean rightToLeft = chunk.rightToLeft();
    return switch (chunk.anchor()) {
      case START -> rightToLeft ? TextAlign.END : TextAlign.START;
      case MIDDLE -> TextAlign.MIDDLE;
      case END -> rightToLeft ? TextAlign.START : TextAlign.END;
    };
  }

  double right() {
    return left + width;
  }
}
