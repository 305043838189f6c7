package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.font.Face;
import dev.deckmill.svgpptx.font.Typefaces;
import dev.deckmill.svgpptx.ir.Text;

/** Advances of text, in the font's user units. */
final class TextMeasure {
  private static final double UNKNOWN_ADVANCE = 0.6;

  private final Typefaces typefaces;

  TextMeasure(Typefaces typefaces) {
    this.typefaces = typefaces;
  }

  Typefaces.Choice choose(Text.Font font) {
    return typefaces.choose(font.families(), font.weight(), font.italic());
  }

  /** How far a run moves the pen, its spacing included, its dx not. */
  double advance(Text.Run run) {
    return advance(run, choose(run.font()).face());
  }

  static double advance(Text.Run run, Face face) {
    double em = 0;
    int characters = 0;
    int spaces = 0;
    String text = run.text();
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      em += advance(point, face);
      characters++;
      spaces += point == ' ' || point == '\u00a0' ? 1 : 0;
    }
    return em * run.font().size() + characters * run.letterSpacing() + spaces * run.wordSpacing();
  }

  private static double advance(int point, Face face) {
    if (isWide(point)) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    return face.covers(point) ? face.advance(point) : UNKNOWN_ADVANCE;
  }

  /** Whether fonts give the character a full square (Unicode UAX 11). */
  static boolean isWide(int point) {
    return point >= 0x1100
        && (point <= 0x115f
            || (point >= 0x2e80 && point <= 0xa4cf)
            || (point >= 0xac00 && point <= 0xd7a3)
            || (point >= 0xf900 && point <= 0xfaff)
            || (point >= 0xfe30 && point <= 0xfe4f)
            || (point >= 0xff00 && point <= 0xff60)
            || (point >= 0xffe0 && point <= 0xffe6)
            || (point >= 0x1f300 && point <= 0x1faff)
            || (point >= 0x20000 && point <= 0x3fffd));
  }
}
