package dev.deckmill.svgpptx.parse.geometry;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Text;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a text stands, roughly: with the advance widths of a common sans serif. For what is asked
 * of every text of a page and needs no exact answer; {@link dev.deckmill.svgpptx.font.TextExtent}
 * has that.
 */
final class TextEstimate {
  /** Advance widths of the characters from space to tilde, in thousandths of an em. */
  private static final short[] ADVANCES = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final double ASCENT = 0.905;
  private static final double DESCENT = 0.212;

  private TextEstimate() {}

  static @Nullable Box of(Text text) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Text.Chunk chunk : text.chunks()) {
      double advance = advance(chunk);
      double x =
          switch (chunk.anchor()) {
            case START -> chunk.x();
            case MIDDLE -> chunk.x() - advance / 2;
            case END -> chunk.x() - advance;
          };
      double size = 0;
      for (Text.Run run : chunk.runs()) {
        size = Math.max(size, run.font().size());
      }
      boolean across = text.mode() == Text.WritingMode.HORIZONTAL;
      double width = across ? advance : size;
      left = Math.min(left, across ? x : chunk.x() - size / 2);
      right = Math.max(right, (across ? x : chunk.x() - size / 2) + width);
      top = Math.min(top, across ? chunk.y() - ASCENT * size : chunk.y());
      bottom = Math.max(bottom, across ? chunk.y() + DESCENT * size : chunk.y() + advance);
    }
    return left > right ? null : new Box(left, top, right - left, bottom - top);
  }

  private static double advance(Text.Chunk chunk) {
    double[] advances = chunk.runs().stream().mapToDouble(TextEstimate::advance).toArray();
    for (Text.Fit fit : chunk.fits()) {
      Arrays.fill(advances, fit.from(), fit.to(), 0);
      advances[fit.from()] = fit.length();
    }
    double advance = 0;
    for (int i = 0; i < advances.length; i++) {
      advance += chunk.runs().get(i).placement().dx() + advances[i];
    }
    return Math.max(0, advance);
  }

  private static double advance(Text.Run run) {
    String text = run.text();
    double ems = 0;
    int spaces = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      count++;
      if (c == ' ') {
        spaces++;
      }
      ems += c >= ' ' && c <= '~' ? ADVANCES[c - ' '] / 1000.0 : c < 0x2e80 ? 0.556 : 1;
    }
    double bold = run.font().weight() >= 600 ? 1.07 : 1;
    return ems * run.font().size() * bold * run.font().stretch() / 100
        + count * run.letterSpacing()
        + spaces * run.wordSpacing();
  }
}
