package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.LineBox;
import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs that follow each other on one baseline: one box. Lengths are user units. */
final class Stretch {
  /**
   * A run and what was found out about it.
   *
   * @param left where it begins, from the chunk's begin
   * @param extra what {@code textLength} adds to each character
   * @param raised how it stands off the stretch's baseline; null: on it
   */
  record Part(
      Text.Run run,
      Resolution fonts,
      double left,
      double advance,
      double extra,
      @Nullable Superscript raised) {}

  private final double left;
  private final double baseline;
  private final double rotate;
  private final List<Part> parts = new ArrayList<>();
  private double advance;

  /**
   * @param left where it begins, from the chunk's begin
   * @param baseline below the chunk's
   * @param rotate clockwise, in degrees, around the point where it begins
   */
  Stretch(double left, double baseline, double rotate) {
    this.left = left;
    this.baseline = baseline;
    this.rotate = rotate;
  }

  double left() {
    return left;
  }

  double baseline() {
    return baseline;
  }

  double rotate() {
    return rotate;
  }

  double advance() {
    return advance;
  }

  List<Part> parts() {
    return parts;
  }

  boolean shares(double otherBaseline, double otherRotate) {
    return Math.abs(baseline - otherBaseline) < 1e-6 && rotate == 0 && otherRotate == 0;
  }

  void add(
      Text.Run run, Resolution choice, double width, double extra, @Nullable Superscript raised) {
    parts.add(new Part(run, choice, left + advance, width, extra, raised));
    advance += width;
  }

  /** How a run on another baseline can stand in this stretch as super- or subscript. */
  Optional<Superscript> raised(Text.Run run, double otherBaseline) {
    return rotate != 0 || run.decoration().overline() != null
        ? Optional.empty()
        : Superscript.of(
            run.font().size(), parts.getFirst().run().font().size(), baseline - otherBaseline);
  }

  boolean isVisible() {
    for (Part part : parts) {
      if (isVisible(part.run())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVisible(Text.Run run) {
    boolean decorated = !run.decoration().equals(Text.Decoration.NONE);
    return (!run.text().isBlank() || decorated)
        && (isSeen(run.fill()) || (run.stroke() != null && isSeen(run.stroke().paint())));
  }

  private static boolean isSeen(Paint paint) {
    return Paints.isVisible(paint);
  }

  LineBox line(Fonts fonts) {
    List<LineBox> lines = new ArrayList<>();
    for (Part part : parts) {
      if (part.raised() != null) {
        continue;
      }
      lines.add(fonts.line(part.run(), part.fonts()));
    }
    return LineBox.shared(lines);
  }
}
