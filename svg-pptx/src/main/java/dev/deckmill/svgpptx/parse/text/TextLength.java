package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.document.PageFindings;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code textLength} (SVG 2 §11.4.4): which runs of which chunks have a length that they are given.
 * Of nested elements that ask for one the inner ones have it.
 */
final class TextLength {
  private final List<Asked> all;
  private final List<Element> left = new ArrayList<>();
  private int next;

  private TextLength(List<Asked> all) {
    this.all = all;
  }

  private record Asked(int start, int end, double length, Element element) {
    boolean stretchesGlyphs() {
      return "spacingAndGlyphs".equals(element.attribute("lengthAdjust"));
    }
  }

  static TextLength of(TextFlow flow) {
    List<Asked> all = new ArrayList<>(0);
    for (TextFlow.ElementRange range : flow.elements()) {
      String attribute = range.element().attribute("textLength");
      double length = LengthParser.parse(attribute, range.style().units(), 0, Double.NaN);
      if (length >= 0 && range.end() > range.start()) {
        all.add(new Asked(range.start(), range.end(), length, range.element()));
      }
    }
    return new TextLength(all);
  }

  /**
   * What is asked for within the next chunk; chunks come in their order.
   *
   * @param starts the index of the first character of each of its runs
   * @param end the index behind its last character
   */
  List<Text.Fit> within(List<Integer> starts, int end) {
    int first = next;
    while (next < all.size() && all.get(next).start() < end) {
      next++;
    }
    List<Text.Fit> fits = new ArrayList<>(0);
    int free = starts.size();
    for (int i = next - 1; i >= first; i--) {
      Asked asked = all.get(i);
      int from = indexOf(starts, asked.start());
      int to = asked.end() == end ? starts.size() : indexOf(starts, asked.end());
      if (asked.end() <= end && to <= free && from < to) {
        fits.add(new Text.Fit(asked.length(), asked.stretchesGlyphs(), from, to));
        free = from;
      } else {
        left.add(asked.element());
      }
    }
    return fits;
  }

  private static int indexOf(List<Integer> starts, int character) {
    int found = Collections.binarySearch(starts, character);
    return found < 0 ? -1 - found : found;
  }

  /** Says what of it was not applied. */
  void report(PageFindings findings) {
    for (Element element : left) {
      findings.warn(
          Code.APPROXIMATED,
          element,
          "textLength is not applied: it spans several lines, or elements with a textLength.");
    }
  }
}
