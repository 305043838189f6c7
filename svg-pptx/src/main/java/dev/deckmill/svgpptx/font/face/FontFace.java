package dev.deckmill.svgpptx.font.face;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One style of a family: how wide its characters are and how high it stands. Immutable.
 *
 * <p>Characters, not glyphs: no ligature is formed and no script is shaped, so Arabic, Indic and
 * other joining scripts are measured by their isolated forms.
 */
public final class FontFace {
  private final String family;
  private final int weight;
  private final boolean italic;
  private final FontMetrics metrics;
  private final double emPerUnit;
  private final CodePointTable advances;
  private final Kerning kerning;
  private final @Nullable WideAdvances wide;

  /**
   * How wide characters are, in the face's own units.
   *
   * @param wide of East Asian characters that the table lacks; null: it lacks no glyph
   */
  public record Widths(CodePointTable advances, Kerning kerning, @Nullable WideAdvances wide) {}

  /**
   * @param widthFactor what the advances are to be multiplied with: 1 for a face's own
   */
  public FontFace(
      String family,
      int weight,
      boolean italic,
      FontMetrics metrics,
      double widthFactor,
      Widths widths) {
    this.family = Objects.requireNonNull(family);
    this.weight = weight;
    this.italic = italic;
    this.metrics = metrics;
    this.emPerUnit = widthFactor / metrics.unitsPerEm();
    this.advances = widths.advances();
    this.kerning = widths.kerning();
    this.wide = widths.wide();
  }

  /**
   * This face's characters under another family's name, height and overall width.
   *
   * @param eastAsian ideographs, kana and syllables that the face lacks are one em wide
   */
  public FontFace likeness(
      String name, FontMetrics heights, double widthFactor, boolean eastAsian) {
    WideAdvances missing = eastAsian ? WideAdvances.ofEm(metrics.unitsPerEm() / widthFactor) : wide;
    Widths widths = new Widths(advances, kerning, missing);
    return new FontFace(name, weight, italic, heights, widthFactor, widths);
  }

  public String family() {
    return family;
  }

  /** 1 to 1000 (CSS Fonts 4 §2.2). */
  public int weight() {
    return weight;
  }

  /** Italic or oblique. */
  public boolean italic() {
    return italic;
  }

  /** Heights; don't use its unitsPerEm for advances: see {@link #emPerUnit()}. */
  public FontMetrics metrics() {
    return metrics;
  }

  /** What one unit of {@link #advance} and {@link #kerning} is, in em. */
  public double emPerUnit() {
    return emPerUnit;
  }

  /** In font units; -1 where the face has no glyph for it. */
  public int advance(int codePoint) {
    int advance = advances.get(codePoint);
    return advance == CodePointTable.MISSING && wide != null ? wide.get(codePoint) : advance;
  }

  public boolean hasGlyph(int codePoint) {
    return advance(codePoint) >= 0;
  }

  /** What is added to the advance of {@code left} when {@code right} follows, in font units. */
  public int kerning(int left, int right) {
    return kerning.between(left, right);
  }

  @Override
  public String toString() {
    return family + " " + weight + (italic ? " italic" : "");
  }
}
