package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.dml.Strike;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run of one look.
 *
 * @param size of the font, in EMU
 * @param raise how far it is raised, in shares of its size; programs draw what is raised smaller
 * @param spacing added to each character, in EMU
 * @param space how wide a space is, its spacing aside, in EMU
 * @param latin the typeface to write for Latin text; {@code eastAsian} for CJK
 */
public record TextRun(
    String text,
    String latin,
    String eastAsian,
    String complex,
    double size,
    double raise,
    boolean bold,
    boolean italic,
    boolean smallCaps,
    Underline underline,
    Strike strike,
    double spacing,
    double space,
    PaintUse fill,
    @Nullable StrokeUse line,
    @Nullable String language,
    @Nullable String link) {
  public TextRun {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(underline, "underline");
    Objects.requireNonNull(strike, "strike");
    Objects.requireNonNull(fill, "fill");
  }

  /** The same in one family, whatever its script. */
  public TextRun in(String family) {
    return new TextRun(
        text, family, family, family, size, raise, bold, italic, smallCaps, underline, strike,
        spacing, space, fill, line, language, link);
  }

  /** The same characters as what their outline covers, in its colour; {@code line} is not null. */
  public TextRun halo(StrokeUse outline) {
    return painted(outline.ink(), outline);
  }

  /** The same without its outline. */
  public TextRun bare() {
    return painted(fill, null);
  }

  private TextRun painted(PaintUse otherFill, @Nullable StrokeUse otherLine) {
    return new TextRun(
        text, latin, eastAsian, complex, size, raise, bold, italic, smallCaps, underline, strike,
        spacing, space, otherFill, otherLine, language, link);
  }

  /** Whether the other is of the same look, so that both may be one run. */
  public boolean looksLike(TextRun other) {
    return part("", spacing).equals(other.part("", other.spacing));
  }

  /**
   * A part of it, spaced in its own way.
   *
   * @param ownSpacing in EMU
   */
  public TextRun part(String partOfText, double ownSpacing) {
    return new TextRun(
        partOfText,
        latin,
        eastAsian,
        complex,
        size,
        raise,
        bold,
        italic,
        smallCaps,
        underline,
        strike,
        ownSpacing,
        space,
        fill,
        line,
        language,
        link);
  }
}
