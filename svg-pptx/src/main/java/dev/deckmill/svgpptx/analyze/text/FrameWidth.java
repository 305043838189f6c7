package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.plan.TextAlign;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.TextBlock;
import dev.deckmill.svgpptx.ir.TextBlock.Ending;
import java.util.List;

/**
 * How wide a text frame is. One whose lines were full wraps, and is as wide as its block in HTML
 * where that leaves some reserve on both sides: for its longest line, and before the next word
 * would fit into any. Programs that measure a little differently then break at the same words. All
 * others don't wrap, so that no other font can break a line. Lengths are user units.
 *
 * @param left of the frame
 * @param wraps whether the program is to break lines
 */
record FrameWidth(double left, double width, boolean wraps) {
  /** What a line may turn out longer or shorter by, as a share of it. */
  private static final double RESERVE = 0.025;

  static FrameWidth of(Fonts fonts, TextBlock block, List<FrameLine> lines) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    boolean soft = false;
    boolean alike = true;
    FrameLine first = lines.getFirst();
    int at = 0;
    for (TextBlock.Paragraph paragraph : block.paragraphs()) {
      FrameLine begin = lines.get(at);
      double hanging = paragraph.marker() == null ? 0 : hanging(fonts, paragraph.marker(), begin);
      for (Ending ending : paragraph.endings()) {
        FrameLine line = lines.get(at++);
        left = Math.min(left, line.left() - hanging);
        right = Math.max(right, line.right());
        soft |= ending.isSoft();
        alike &= line.align() == first.align() && isAnchored(line, first);
      }
    }
    return soft || !alike
        ? wrapped(fonts, block, lines, left)
        : new FrameWidth(left, right - left, false);
  }

  private static boolean isAnchored(FrameLine line, FrameLine first) {
    return line.align() == TextAlign.START || Math.abs(line.chunk().x() - first.chunk().x()) < 0.5;
  }

  private static FrameWidth wrapped(
      Fonts fonts, TextBlock block, List<FrameLine> lines, double left) {
    Box box = block.box();
    boolean fromLeft = lines.stream().anyMatch(line -> line.align() == TextAlign.START);
    boolean toRight = lines.stream().anyMatch(line -> line.align() == TextAlign.END);
    double start = fromLeft ? Math.min(left, box.x()) : box.x();
    double real = box.x() + box.width() - start;
    double need = 0;
    double limit = Double.POSITIVE_INFINITY;
    int at = 0;
    for (TextBlock.Paragraph paragraph : block.paragraphs()) {
      double indent = lines.get(at).align() == TextAlign.START ? lines.get(at).left() - start : 0;
      for (Ending ending : paragraph.endings()) {
        FrameLine line = lines.get(at++);
        need = Math.max(need, indent + line.width());
        if (ending.isSoft()) {
          double next = firstWord(fonts, lines.get(at).chunk(), ending);
          limit = Math.min(limit, indent + line.width() + next);
        }
      }
    }
    double width = within(real, need, limit);
    double more = width - real;
    double x = fromLeft ? start : toRight ? start - more : start - more / 2;
    return new FrameWidth(x, width, true);
  }

  private static double within(double real, double need, double limit) {
    if (limit <= need) {
      return need * (1 + RESERVE);
    }
    double reserve = Math.min(need * RESERVE, (limit - need) / 2);
    return Math.clamp(real, need + reserve, Math.max(need + reserve, limit - reserve));
  }

  /** How wide the first word of a line is, with the space that would stand before it. */
  private static double firstWord(Fonts fonts, Text.Chunk chunk, Ending ending) {
    double width = 0;
    for (Text.Run run : chunk.runs()) {
      if (ending == Ending.FULL_AT_SPACE && width == 0) {
        width += fonts.advance(run.part(" "));
      }
      int space = run.text().indexOf(' ');
      boolean one = ending == Ending.FULL;
      int end = one ? run.text().offsetByCodePoints(0, 1) : space < 0 ? run.text().length() : space;
      width += end == 0 ? 0 : fonts.advance(run.part(run.text().substring(0, end)));
      if (one || space >= 0) {
        return width;
      }
    }
    return width;
  }

  /** How far a marker begins left of the text. */
  static double hanging(Fonts fonts, TextBlock.Marker marker, FrameLine line) {
    double wide = marker.drawn().runs().stream().mapToDouble(fonts::advance).sum();
    return Math.max(0, line.left() - (marker.drawn().x() - wide));
  }
}
