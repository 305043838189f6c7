package dev.deckmill.svgpptx.parse.value;

/**
 * What relative units are relative to (CSS Values 4 §6.1), all in user units.
 *
 * @param em the font size
 * @param rem the root element's font size
 * @param pageWidth what vw is a hundredth of
 * @param pageHeight what vh is a hundredth of
 */
public record Units(double em, double rem, double pageWidth, double pageHeight) {
  /** The font size where nothing sets one: what browsers take. */
  public static final double MEDIUM = 16;

  public Units withEm(double fontSize) {
    return new Units(fontSize, rem, pageWidth, pageHeight);
  }

  /**
   * The user units in one of a unit; NaN where the unit is unknown. Units that depend on the font's
   * own metrics take what most fonts have; those of containers refer to the page, since there are
   * none (CSS Containment 3 §5.1).
   */
  double of(String unit) {
    return switch (unit) {
      case "", "px" -> 1;
      case "pt" -> LengthParser.PT;
      case "pc" -> 16;
      case "in" -> LengthParser.IN;
      case "cm" -> LengthParser.IN / 2.54;
      case "mm" -> LengthParser.IN / 25.4;
      case "q" -> LengthParser.IN / 101.6;
      case "em" -> em;
      case "rem" -> rem;
      case "ex", "ch" -> em / 2;
      case "rex", "rch" -> rem / 2;
      case "cap" -> 0.7 * em;
      case "rcap" -> 0.7 * rem;
      case "ic" -> em;
      case "ric" -> rem;
      case "lh" -> 1.2 * em;
      case "rlh" -> 1.2 * rem;
      case "vw", "vi", "svw", "lvw", "dvw", "svi", "lvi", "dvi", "cqw", "cqi" -> pageWidth / 100;
      case "vh", "vb", "svh", "lvh", "dvh", "svb", "lvb", "dvb", "cqh", "cqb" -> pageHeight / 100;
      case "vmin", "svmin", "lvmin", "dvmin", "cqmin" -> Math.min(pageWidth, pageHeight) / 100;
      case "vmax", "svmax", "lvmax", "dvmax", "cqmax" -> Math.max(pageWidth, pageHeight) / 100;
      default -> Double.NaN;
    };
  }
}
