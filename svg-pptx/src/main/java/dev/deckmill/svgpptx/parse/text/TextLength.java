package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.document.PageFindings;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;

/** {@code textLength} (SVG 2 §11.4.4), where one chunk is all that it is asked for. */
final class TextLength {
  private TextLength() {}

  /** The chunks with the length that they are to have. */
  static List<Text.Chunk> fit(TextFlow flow, List<Text.Chunk> chunks, PageFindings findings) {
    for (TextFlow.ElementRange extent : flow.elements()) {
      double length =
          LengthParser.parse(
              extent.element().attribute("textLength"), extent.style().units(), 0, Double.NaN);
      if (length > 0 && extent.end() > extent.start()) {
        boolean whole = extent.start() == 0 && extent.end() == flow.characters().length();
        if (!whole || chunks.size() != 1) {
          findings.warn(
              Code.APPROXIMATED,
              extent.element(),
              "textLength is not applied: it spans more or less than one line.");
          continue;
        }
        return List.of(fitted(chunks.get(0), length, extent.element()));
      }
    }
    return chunks;
  }

  private static Text.Chunk fitted(Text.Chunk c, double length, Element element) {
    boolean stretch = "spacingAndGlyphs".equals(element.attribute("lengthAdjust"));
    Text.Fit fit = new Text.Fit(length, stretch);
    return new Text.Chunk(c.x(), c.y(), c.anchor(), c.rightToLeft(), fit, c.path(), c.runs());
  }
}
