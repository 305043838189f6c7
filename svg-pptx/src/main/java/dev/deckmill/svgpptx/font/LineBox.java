package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.face.FontMetrics;
import java.util.List;
import java.util.Objects;

/**
 * The line of a text box: how far its first baseline lies below the box's top (zero insets,
 * anchored at the top, no autofit), and the next baseline below that. How each program lays it out,
 * and how it is known, is told in the package's documentation.
 *
 * @param profile whose rule it follows
 * @param ascent from the top to the baseline, in user units; in EMU once it is {@link #times}
 *     scaled to the slide
 * @param descent from the baseline to the next line's top, in the same unit
 */
public record LineBox(TextProfile profile, double ascent, double descent) {
  /** PowerPoint's and Google Slides' single line spacing, in font sizes, whatever the font. */
  private static final double SINGLE = 1.2;

  public LineBox {
    Objects.requireNonNull(profile, "profile");
  }

  /** The line of a run of this size, in user units, alone. */
  public static LineBox of(FontResolver resolver, Resolution fonts, double size) {
    TextProfile profile = resolver.profile();
    double height = SINGLE * size;
    double share =
        switch (profile) {
          case POWERPOINT, WPS -> share(fonts);
          case GOOGLE_SLIDES -> browserShare(fonts.face().metrics());
          case LIBREOFFICE -> 1 / SINGLE;
        };
    return new LineBox(profile, height * share, height * (1 - share));
  }

  /** The line that several runs share; not empty, of one profile. */
  public static LineBox shared(List<LineBox> runs) {
    double ascent = 0;
    double descent = 0;
    double height = 0;
    for (LineBox run : runs) {
      ascent = Math.max(ascent, run.ascent);
      descent = Math.max(descent, run.descent);
      height = Math.max(height, run.pitch());
    }
    TextProfile profile = runs.getFirst().profile;
    return switch (profile) {
      // The line stays as high as its largest run asks, and is shared out anew.
      case POWERPOINT, WPS, GOOGLE_SLIDES ->
          new LineBox(
              profile, height * ascent / (ascent + descent), height * descent / (ascent + descent));
      case LIBREOFFICE -> new LineBox(profile, ascent, descent);
    };
  }

  /** From one baseline to the next. */
  public double pitch() {
    return ascent + descent;
  }

  /** The same in another unit. */
  public LineBox times(double scale) {
    return new LineBox(profile, ascent * scale, descent * scale);
  }

  /** The same with {@code a:lnSpc} {@code a:spcPct}: 0.9 for 90 %. */
  public LineBox spaced(double fraction) {
    double height = pitch() * fraction;
    boolean proportional =
        switch (profile) {
          case POWERPOINT, WPS -> fraction > 1;
          case GOOGLE_SLIDES -> true;
          case LIBREOFFICE -> false;
        };
    return proportional
        ? new LineBox(profile, ascent * fraction, descent * fraction)
        : new LineBox(profile, height - descent, descent);
  }

  /** The same with {@code a:lnSpc} {@code a:spcPts}, in user units. */
  public LineBox exactly(double height) {
    return spaced(height / pitch());
  }

  /** What {@code a:spcPts} has to say so that baselines lie this far apart, in the same unit. */
  public double written(double height) {
    return switch (profile) {
      case POWERPOINT, WPS, LIBREOFFICE -> height;
      case GOOGLE_SLIDES -> height / SINGLE;
    };
  }

  /** Every font on the line counts, each by its share of win ascent in win ascent + descent. */
  private static double share(Resolution fonts) {
    double share = fonts.face().metrics().ascentShare();
    FontFace eastAsian = fonts.eastAsianFace();
    if (eastAsian == null) {
      return share;
    }
    double other = eastAsian.metrics().ascentShare();
    double ascent = Math.max(share, other);
    double descent = Math.max(1 - share, 1 - other);
    return ascent / (ascent + descent);
  }

  private static double browserShare(FontMetrics metrics) {
    double whole = metrics.ascent() + metrics.descent();
    return whole <= 0 ? 0.8 : Math.clamp(metrics.ascent() / whole, 0, 1);
  }
}
