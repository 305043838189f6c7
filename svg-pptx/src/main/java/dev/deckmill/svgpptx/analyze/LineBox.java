package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.font.Face;
import dev.deckmill.svgpptx.ir.Text;

/** Where programs put the baseline in a text box without insets. In user units. */
final class LineBox {
  private final TextProfile profile;

  private LineBox(TextProfile profile) {
    this.profile = profile;
  }

  static LineBox of(TextProfile profile) {
    return new LineBox(profile);
  }

  /** From the top of the box to the baseline of the first line. */
  double ascent(Face face, Text.Font font) {
    return switch (profile) {
      case POWERPOINT, GOOGLE_SLIDES, WPS -> face.ascent() * font.size();
      // LibreOffice 7.4 was measured to put it one size below the top, whatever the font.
      case LIBREOFFICE -> font.size();
    };
  }

  /** How far the alphabetic baseline lies below the line that is at y. */
  double below(Text.Baseline baseline, Face face, Text.Font font) {
    double size = font.size();
    return switch (baseline) {
      case ALPHABETIC -> 0;
      case MIDDLE -> face.xHeight() / 2 * size;
      case CENTRAL -> (face.ascent() - face.descent()) / 2 * size;
      case HANGING -> face.ascent() * 0.8 * size;
      case MATHEMATICAL -> face.ascent() / 2 * size;
      case IDEOGRAPHIC -> -face.descent() * size;
      case TEXT_TOP -> face.ascent() * size;
      case TEXT_BOTTOM -> -face.descent() * size;
    };
  }
}
