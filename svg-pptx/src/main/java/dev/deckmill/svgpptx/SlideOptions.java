package dev.deckmill.svgpptx;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How pages are to be converted.
 *
 * @param slideSize the slide's size; null: the page's own shape, scaled into PowerPoint's range
 * @param target what to favour where faithful, editable and small are at odds
 * @param textProfile whose text layout the text boxes are placed for
 * @param fonts what becomes of fonts that pages bring along
 * @param limits what a page may ask for
 */
public record SlideOptions(
    @Nullable SlideSize slideSize,
    Target target,
    TextProfile textProfile,
    Fonts fonts,
    Limits limits) {
  /** What to favour. */
  public enum Target {
    SPEED,
    BALANCED,
    QUALITY,
    COMPATIBILITY
  }

  /** The program that will show the deck: each has its own baseline and line pitch. */
  public enum TextProfile {
    POWERPOINT,
    GOOGLE_SLIDES,
    WPS,
    LIBREOFFICE
  }

  /** What becomes of fonts that pages bring along ({@code @font-face} with {@code data:}). */
  public enum Fonts {
    /** The deck names them: they show where they are installed. */
    NAME,
    /** They are in the deck, as far as their {@code fsType} allows it, and named. */
    EMBED
  }

  /**
   * What a page may ask for before it is rejected.
   *
   * @param inflatedBytes size of the document after gzip, in bytes
   * @param depth nesting of elements
   * @param elements elements in the document
   * @param entityExpansions expansions of internal entities; {@code entityBytes} is their size
   * @param pathCommands commands in one path; {@code pagePathCommands} in all of them
   * @param textChars characters of text
   * @param instances elements that {@code use} and markers expand to
   * @param imagePixels pixels of one image; {@code pageImagePixels} of all
   * @param rasterPixels pixels of one picture drawn by the engine
   */
  public record Limits(
      long inflatedBytes,
      int depth,
      int elements,
      int entityExpansions,
      int entityBytes,
      int pathCommands,
      int pagePathCommands,
      int textChars,
      int instances,
      long imagePixels,
      long pageImagePixels,
      long rasterPixels) {
    /** The limits a page meets unless somebody asks for others. */
    public static final Limits DEFAULT =
        new Limits(
            10L << 20,
            256,
            200_000,
            10_000,
            1 << 20,
            200_000,
            1_000_000,
            500_000,
            200_000,
            25_000_000L,
            100_000_000L,
            16_000_000L);
  }

  public SlideOptions {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(textProfile, "textProfile");
    Objects.requireNonNull(fonts, "fonts");
    Objects.requireNonNull(limits, "limits");
  }

  /** Fonts of pages are named. */
  public SlideOptions(
      @Nullable SlideSize slideSize, Target target, TextProfile textProfile, Limits limits) {
    this(slideSize, target, textProfile, Fonts.NAME, limits);
  }

  /** The same for slides of this size. */
  public SlideOptions sized(SlideSize other) {
    return new SlideOptions(other, target, textProfile, fonts, limits);
  }

  /** The same, with this done to fonts of pages. */
  public SlideOptions withFonts(Fonts other) {
    return new SlideOptions(slideSize, target, textProfile, other, limits);
  }

  /** 16:9, balanced, for PowerPoint. */
  public static SlideOptions defaults() {
    return new SlideOptions(
        SlideSize.WIDE, Target.BALANCED, TextProfile.POWERPOINT, Limits.DEFAULT);
  }
}
