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
   * @param closes whether it adds nothing to the last one
   * @param raised how it stands off the stretch's baseline; null: on it
   */
  record Part(
      Text.Run run,
      Resolution fonts,
      double left,
      double advance,
      double extra,
      boolean closes,
      @Nullable Superscript raised) {
    /** How far the next character stands off the last one besides its advance. */
    double behind() {
      return run.letterSpacing() + (closes ? 0 : extra);
    }

    /** With the letters of one that goes on with it. */
    private Part and(Part next) {
      Text.Run joined = run.part(run.text() + next.run.text());
      return new Part(joined, fonts, left, advance + next.advance, extra, next.closes, raised);
    }
  }

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

  void add(Part part) {
    parts.add(part);
    advance += part.advance();
  }

  /** Whether all that is seen of it has a stroke below its fill. */
  boolean hasHalo() {
    for (Part part : parts) {
      Text.Run run = part.run();
      boolean strokedBelow =
          run.strokeFirst()
              && run.stroke() != null
              && isSeen(run.stroke().paint())
              && isSeen(run.fill());
      if (!strokedBelow && !run.text().isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Adds a part that may go on with the last one: letters of one run are one again. */
  void extend(Part part) {
    Part last = parts.isEmpty() ? null : parts.getLast();
    if (last == null || last.closes() || last.extra() != part.extra() || !isAlike(last, part)) {
      add(part);
      return;
    }
    parts.set(parts.size() - 1, last.and(part));
    advance += part.advance();
  }

  private static boolean isAlike(Part a, Part b) {
    return a.run().part("").equals(b.run().part(""));
  }

  /** Whether it has characters that stand upright in lines that run down. */
  boolean standsUpright() {
    return parts.stream().anyMatch(part -> Scripts.hasWide(part.run().text()));
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
