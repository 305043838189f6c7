package dev.deckmill.svgpptx.font.face;

/**
 * How wide the East Asian characters are that a face's table leaves out, because all are equally
 * wide.
 *
 * @param ideograph of ideographs, kana and fullwidth forms, in font units
 * @param syllable of Hangul syllables, in font units: many fonts set them closer
 */
public record WideAdvances(int ideograph, int syllable) {
  /** What Hangul syllables are wide in Noto Sans CJK, in em: our guess for families not at hand. */
  private static final double SYLLABLE = 0.92;

  /** Ideographs of one em, in units of which {@code em} are one. */
  static WideAdvances ofEm(double em) {
    return new WideAdvances((int) Math.round(em), (int) Math.round(SYLLABLE * em));
  }

  /** Font units, or {@link CodePointTable#MISSING}. */
  int get(int codePoint) {
    if (!Characters.isWide(codePoint)) {
      return CodePointTable.MISSING;
    }
    return Characters.isHangul(codePoint) ? syllable : ideograph;
  }
}
