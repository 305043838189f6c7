package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.font.LineBox;
import dev.deckmill.svgpptx.ir.TextBlock.Numbering;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph of a text frame. Lengths are EMU.
 *
 * @param justified whether lines that the program breaks are as wide as the frame
 * @param line where the baseline lies in each of its lines
 * @param pitch from one baseline to the next; 0: the font's own
 * @param before what is kept free above it
 * @param left of its text, from the left of the frame
 * @param bullet of a list item, or null
 * @param lines what forced breaks part, each with at least one run
 */
public record TextParagraph(
    TextAlign align,
    boolean justified,
    boolean rightToLeft,
    LineBox line,
    double pitch,
    double before,
    double left,
    @Nullable Bullet bullet,
    List<List<TextRun>> lines) {
  /**
   * What stands before a list item.
   *
   * @param numbering null where it is always the same character
   * @param start the number that the sequence it stands in begins with
   * @param number its own
   * @param hanging how far it begins left of the text
   */
  public record Bullet(
      @Nullable Numbering numbering, int start, int number, String character, double hanging) {
    /** What the item after it has. */
    public int next() {
      return number + 1;
    }
  }

  public TextParagraph {
    Objects.requireNonNull(align, "align");
    Objects.requireNonNull(line, "line");
    lines = lines.stream().map(List::copyOf).toList();
  }
}
