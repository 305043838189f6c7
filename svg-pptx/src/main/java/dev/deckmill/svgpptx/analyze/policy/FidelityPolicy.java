package dev.deckmill.svgpptx.analyze.policy;

import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.SlideReport.Rendition;

/**
 * What is given up for what, in one table: for each thing that PowerPoint can't show as SVG means
 * it, whether it stays editable and looks a little different, or becomes a picture and looks right.
 */
public final class FidelityPolicy {
  /** What stands in the way. */
  public enum Cause {
    FILTER("a filter"),
    GLOW("a glow, which few programs draw"),
    SEVERAL_SHADOWS("more shadows and glows than one of each"),
    MASK("a mask"),
    BLEND("a blend mode"),
    PATTERN("a pattern"),
    CLIP("a clipping path that is no simple area"),
    CLIPPED_TEXT("text cut by a clipping path"),
    CUT_TEXT("text of which a clipping path leaves only a part"),
    OVERLAPPING_OPACITY("opacity of a group whose parts overlap"),
    STROKE_AND_FILL_OPACITY("opacity of a shape with fill and stroke"),
    PICTURE_SKEWED("a skewing transform"),
    GRADIENT_SPREAD("a gradient that repeats too often"),
    GRADIENT_FOCUS("a radial gradient that is no ellipse around one point"),
    TEXT_ON_PATH("text on a path"),
    JOINED_TEXT_ON_PATH("joined letters on a path"),
    TEXT_DISTORTED("text under a skewing or mirroring transform"),
    TEXT_SCALED("text scaled a little more one way than the other"),
    TEXT_STRETCHED("text scaled far more one way than the other"),
    TEXT_PAINT("text painted with a pattern"),
    TEXT_LINE("a line over or through its letters that is not solid"),
    TEXT_OUTLINE("letters with a stroke, which LibreOffice leaves out"),
    DASH_OFFSET("a dash offset");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    /** For a person, as in "It has …". */
    public String words() {
      return words;
    }
  }

  private final Target target;
  private final TextProfile profile;

  public FidelityPolicy(Target target, TextProfile profile) {
    this.target = target;
    this.profile = profile;
  }

  /** LibreOffice draws two of a gradient's colours, whatever it has; all others draw them all. */
  public boolean cutsGradients() {
    return profile == TextProfile.LIBREOFFICE;
  }

  /** Google Slides breaks lines at the sides of every box: it knows no {@code wrap="none"}. */
  public boolean breaksAllLines() {
    return profile == TextProfile.GOOGLE_SLIDES;
  }

  /** LibreOffice turns all characters of lines that run down (seen with 7.4). */
  public boolean turnsUprightCharacters() {
    return profile == TextProfile.LIBREOFFICE;
  }

  /** LibreOffice alone keeps East Asian and other letters apart. */
  public boolean closesScriptGaps() {
    return profile == TextProfile.LIBREOFFICE;
  }

  /**
   * LibreOffice leaves out the spacing behind a line's last character (seen with 7.4), the others
   * count it in the line's width.
   */
  public boolean endsLinesUnspaced() {
    return profile == TextProfile.LIBREOFFICE;
  }

  /** The others' viewers choose on machines that we don't know. */
  public boolean namesFallbacks() {
    return profile == TextProfile.LIBREOFFICE;
  }

  /** LibreOffice draws no effects of runs; of a box without fill all programs draw the shadow. */
  public boolean textShinesAsBox() {
    return profile == TextProfile.LIBREOFFICE;
  }

  /**
   * How widely shadows are to be blurred for the program that will show them, as a share of how
   * PowerPoint shows them: LibreOffice blurs half as widely again.
   */
  public double shadowBlur() {
    return profile == TextProfile.LIBREOFFICE ? 2.0 / 3 : 1;
  }

  /**
   * Whether a run that is raised by this share of its size may stand in its line. PowerPoint takes
   * any share; Google Slides knows only "superscript" and "subscript", about 30 % off the line.
   * LibreOffice shrinks such runs by the font's own table, and of WPS nobody has measured it.
   */
  public boolean raises(double share) {
    return switch (profile) {
      case POWERPOINT -> true;
      case GOOGLE_SLIDES -> Math.abs(share) >= 0.2 && Math.abs(share) <= 0.4;
      case WPS, LIBREOFFICE -> false;
    };
  }

  /** Whether shapes may lose what others cover of them, so that all fade as one. */
  public boolean knocksOut() {
    return target != Target.SPEED;
  }

  /** LibreOffice knows one kind of dash and one kind of dot in a line. */
  public boolean cutsDashes(int lengths) {
    return profile == TextProfile.LIBREOFFICE && lengths > 2;
  }

  /** How something with this trouble is to come out. */
  public Rendition on(Cause cause) {
    return switch (cause) {
      // Without its clip far too much would be seen, and PowerPoint skews no picture.
      case CLIP, PICTURE_SKEWED -> Rendition.RASTER;
      case FILTER,
          MASK,
          PATTERN,
          TEXT_PAINT,
          GRADIENT_SPREAD,
          TEXT_DISTORTED,
          TEXT_STRETCHED,
          CUT_TEXT,
          JOINED_TEXT_ON_PATH ->
          target == Target.SPEED ? Rendition.APPROXIMATE : Rendition.RASTER;
      case OVERLAPPING_OPACITY ->
          target == Target.SPEED || target == Target.COMPATIBILITY
              ? Rendition.APPROXIMATE
              : Rendition.RASTER;
      case GRADIENT_FOCUS, STROKE_AND_FILL_OPACITY, CLIPPED_TEXT, SEVERAL_SHADOWS, TEXT_SCALED ->
          target == Target.QUALITY ? Rendition.RASTER : Rendition.APPROXIMATE;
      case GLOW -> target == Target.COMPATIBILITY ? Rendition.RASTER : Rendition.NATIVE;
      // A picture of the element alone would not blend either.
      case BLEND -> Rendition.APPROXIMATE;
      case DASH_OFFSET, TEXT_LINE -> Rendition.APPROXIMATE;
      // Letter by letter it looks the same, and stays text.
      case TEXT_ON_PATH -> Rendition.APPROXIMATE;
      // It stands in the deck all the same: other programs draw it.
      case TEXT_OUTLINE ->
          profile == TextProfile.LIBREOFFICE ? Rendition.APPROXIMATE : Rendition.NATIVE;
    };
  }

  /** Pixels of a picture that the engine draws to one CSS pixel of the slide. */
  public double rasterDensity() {
    return switch (target) {
      case SPEED -> 1;
      case BALANCED, COMPATIBILITY -> 2;
      case QUALITY -> 3;
    };
  }
}
