package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.font.choice.Certainty;
import dev.deckmill.svgpptx.font.choice.Generic;
import dev.deckmill.svgpptx.font.choice.GlyphFallback;
import dev.deckmill.svgpptx.font.face.Characters;
import dev.deckmill.svgpptx.font.face.FontFace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that a viewer of the deck will see a run in, and those that measure it. Immutable; the
 * same for every run of the same font and scripts.
 */
public final class Resolution {
  private final FontFace face;
  private final @Nullable FontFace eastAsianFace;
  private final @Nullable String eastAsianLanguage;
  private final Typeface typeface;
  private final Certainty certainty;
  private final @Nullable String substitution;
  private final Generic look;
  private final GlyphFallback fallback;

  /**
   * What East Asian text is set in, where the page has any.
   *
   * @param language a BCP 47 tag
   */
  record EastAsian(@Nullable FontFace face, @Nullable String language) {
    static final EastAsian NONE = new EastAsian(null, null);
  }

  Resolution(
      FontFace face,
      EastAsian eastAsian,
      Typeface typeface,
      Certainty certainty,
      @Nullable String substitution,
      Generic look,
      GlyphFallback fallback) {
    this.face = Objects.requireNonNull(face);
    this.eastAsianFace = eastAsian.face();
    this.eastAsianLanguage = eastAsian.language();
    this.typeface = Objects.requireNonNull(typeface);
    this.certainty = Objects.requireNonNull(certainty);
    this.substitution = substitution;
    this.look = Objects.requireNonNull(look);
    this.fallback = Objects.requireNonNull(fallback);
  }

  /** The same, measured by a font that the page brings along. */
  Resolution embedded(FontFace own, Typeface written) {
    return new Resolution(
        own,
        new EastAsian(eastAsianFace, eastAsianLanguage),
        written,
        Certainty.EXACT,
        written.latin().equals(typeface.latin()) ? substitution : null,
        look,
        fallback);
  }

  /** What measures all but East Asian text, and gives x-height and cap height. */
  public FontFace face() {
    return face;
  }

  /** What measures East Asian text; null where the run has none. */
  public @Nullable FontFace eastAsianFace() {
    return eastAsianFace;
  }

  /**
   * The language (BCP 47) whose forms of the ideographs and punctuation are shown; null where the
   * run has none. Programs take it from the run, else from their own settings.
   */
  public @Nullable String eastAsianLanguage() {
    return eastAsianLanguage;
  }

  /** What to write. */
  public Typeface typeface() {
    return typeface;
  }

  /** The least sure of the faces. */
  public Certainty certainty() {
    return certainty;
  }

  /**
   * That the deck names another family than the page asked for first, in one sentence for a finding
   * {@code FONT_SUBSTITUTED}; null where it names that one. Generic families ask for nobody in
   * particular.
   */
  public @Nullable String substitution() {
    return substitution;
  }

  /**
   * The face that shows a character: the run's own, or one that programs fall back to; null where
   * none that we know has it.
   */
  public @Nullable FontFace faceFor(int codePoint) {
    FontFace eastAsian = eastAsianFace;
    if (eastAsian != null && Characters.isEastAsian(codePoint) && eastAsian.hasGlyph(codePoint)) {
      return eastAsian;
    }
    if (face.hasGlyph(codePoint)) {
      return face;
    }
    FontFace other = fallback.face(codePoint, look, typeface.bold(), typeface.italic());
    return other != null || eastAsian == null || !eastAsian.hasGlyph(codePoint) ? other : eastAsian;
  }

  /**
   * The face that shows a character as an emoji: one that is so by itself, or is followed by
   * U+FE0F; null where the viewer's emoji font is not at hand.
   */
  public @Nullable FontFace emojiFaceFor(int codePoint) {
    return fallback.emoji(codePoint, typeface.bold(), typeface.italic());
  }

  /** The family that shows the character at an index; null where it is one of the run's own. */
  public @Nullable String fallbackFamily(String text, int index) {
    int codePoint = text.codePointAt(index);
    FontFace shown =
        TextMeasure.isEmoji(codePoint, text, index + Character.charCount(codePoint))
            ? emojiFaceFor(codePoint)
            : codePoint == ' ' ? face : faceFor(codePoint);
    return shown == null || shown == face || shown == eastAsianFace ? null : shown.family();
  }

  @Override
  public String toString() {
    return typeface + ", " + certainty;
  }
}
