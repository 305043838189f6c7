package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.CssText;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.TransformSyntax;
import dev.deckmill.svgpptx.parse.value.Units;

/**
 * Numbers in declarations that should have been lengths or angles (CSS Values 4 §6): attributes of
 * SVG may leave the unit out, declarations may not.
 */
final class MissingUnits {
  /** Nothing but numbers without a unit is one in these. */
  private static final Units NONE = new Units(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private MissingUnits() {}

  /**
   * Whether a value that is valid but for that lacks a unit.
   *
   * @param quirks whether it stands in a {@code style} attribute of SVG, where browsers let some be
   *     (Quirks Mode §3.2)
   */
  static boolean isIn(Property property, String value, boolean quirks) {
    boolean lacks =
        switch (property) {
          case TRANSFORM -> !TransformSyntax.isDeclaration(value);
          case TRANSLATE, TRANSFORM_ORIGIN -> hasNumber(value);
          case FILTER -> hasShadowOfNumbers(value);
          case ROTATE -> isNumber(lastWord(value));
          case FONT_SIZE, WIDTH, HEIGHT, LETTER_SPACING, WORD_SPACING -> !quirks && isNumber(value);
          default -> false;
        };
    return lacks && !Values.isWide(value) && !Variables.isIn(value);
  }

  private static boolean hasNumber(String value) {
    return CssText.words(value).stream().anyMatch(MissingUnits::isNumber);
  }

  private static boolean hasShadowOfNumbers(String filter) {
    for (String function : CssText.words(filter.replace(")", ") "))) {
      String arguments = CssText.arguments(function, "drop-shadow");
      if (arguments != null && hasNumber(arguments)) {
        return true;
      }
    }
    return false;
  }

  private static String lastWord(String value) {
    return value.substring(value.lastIndexOf(' ') + 1);
  }

  /** A zero is a length without a unit. */
  static boolean isNumber(String word) {
    char last = word.isEmpty() ? 'x' : word.charAt(word.length() - 1);
    return (last == '.' || (last >= '0' && last <= '9'))
        && LengthParser.parse(word, NONE, Double.NaN, 0) != 0;
  }
}
