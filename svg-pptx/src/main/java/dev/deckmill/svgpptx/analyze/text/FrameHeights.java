package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.font.LineBox;
import java.util.List;

/**
 * Puts paragraphs below each other so that their baselines lie where they are to lie. Space above a
 * paragraph can't be negative; what is too much then is taken from its first line, or made good
 * below it. Lengths are user units.
 */
final class FrameHeights {
  /** A line that is cut below this share of itself is set by its pitch alone. */
  private static final double LEAST = 0.45;

  private double top;
  private double bottom = Double.NaN;

  /**
   * How a paragraph's lines are set.
   *
   * @param pitch 0: the font's own
   */
  record Lines(LineBox line, double pitch, double before) {}

  double top() {
    return top;
  }

  double bottom() {
    return Double.isNaN(bottom) ? top : bottom;
  }

  Lines next(List<FrameLine> lines) {
    FrameLine first = lines.getFirst();
    LineBox natural = LineBox.shared(lines.stream().map(FrameLine::line).toList());
    double down = lines.getLast().baseline() - first.baseline();
    double pitch = lines.size() == 1 ? 0 : down / (lines.size() - 1);
    LineBox line = pitch > 0 ? natural.exactly(pitch) : natural;
    double before = 0;
    if (Double.isNaN(bottom)) {
      top = first.baseline() - line.ascent();
      bottom = top;
    } else {
      before = first.baseline() - line.ascent() - bottom;
      double tighter = natural.descent() + first.baseline() - bottom;
      if (before < 0 && pitch == 0 && tighter > LEAST * natural.pitch()) {
        pitch = tighter;
        line = natural.exactly(pitch);
      }
      before = Math.max(0, first.baseline() - line.ascent() - bottom);
    }
    bottom += before + line.pitch() * lines.size();
    return new Lines(line, pitch, before);
  }
}
