package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.font.face.Characters;
import dev.deckmill.svgpptx.font.face.FontFace;
import org.jspecify.annotations.Nullable;

/**
 * How wide text is, as browsers lay it out by default: advances and kerning, letter and word
 * spacing.
 *
 * <p>Left out: ligatures (the deck's viewers mostly form none), shaping of Arabic, Indic and other
 * joining scripts, hinting. Marks, joiners and variation selectors have no width; of an emoji
 * sequence its first character has.
 */
public final class TextMeasure {
  /** Segoe UI Emoji's advance, in em; Noto Color Emoji's is 1.25, Apple Color Emoji's 1.25. */
  private static final double EMOJI = 1.37;

  /** What viewers show for a character that no font has, in em. */
  private static final double UNKNOWN = 0.6;

  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final char TEXT_STYLE = 0xFE0E;
  private static final char EMOJI_STYLE = 0xFE0F;
  private static final char SOFT_HYPHEN = 0xAD;
  private static final char NO_BREAK_SPACE = 0xA0;

  private TextMeasure() {}

  /**
   * The advance of a run in user units: where the next run of the line begins.
   *
   * @param size in user units
   * @param letterSpacing added after every character, the last included (CSS Text 3 §8.2), in user
   *     units
   * @param wordSpacing added to every space, in user units
   */
  public static double advance(
      String text, Resolution fonts, double size, double letterSpacing, double wordSpacing) {
    return walk(text, fonts, size, letterSpacing, wordSpacing, null);
  }

  /**
   * The advance of each character, for text on a path or one glyph at a time: entry i belongs to
   * the character that begins at {@code text.charAt(i)} and holds its kerning with the next.
   * Entries of low surrogates, marks and joiners are 0: they stand on the character before. Their
   * sum is {@link #advance}.
   *
   * @param into receives them; at least as long as the text
   */
  public static void advances(
      String text,
      Resolution fonts,
      double size,
      double letterSpacing,
      double wordSpacing,
      double[] into) {
    walk(text, fonts, size, letterSpacing, wordSpacing, into);
  }

  /** How many characters have a place of their own: marks and joiners have none. */
  public static int characters(String text, Resolution fonts) {
    double[] widths = new double[text.length()];
    advances(text, fonts, 1, 1, 0, widths);
    int count = 0;
    for (double width : widths) {
      count += width == 0 ? 0 : 1;
    }
    return count;
  }

  private static double walk(
      String text,
      Resolution fonts,
      double size,
      double letterSpacing,
      double wordSpacing,
      double @Nullable [] into) {
    Pen pen = new Pen(fonts, size, letterSpacing, wordSpacing, into);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x300 && c != SOFT_HYPHEN) {
        pen.latin(c, i);
      } else if (Character.isHighSurrogate(c)) {
        int codePoint = text.codePointAt(i);
        pen.other(codePoint, i, isEmoji(codePoint, text, i + 2));
        i++;
        pen.place(i, 0);
      } else {
        pen.other(c, i, isEmoji(c, text, i + 1));
      }
    }
    return pen.sum;
  }

  /** How much closer two characters stand than their advances say (negative: closer), in em. */
  public static double kerning(Resolution fonts, int left, int right) {
    FontFace face = fonts.faceFor(left);
    return face == null || face != fonts.faceFor(right)
        ? 0
        : face.kerning(left, right) * face.emPerUnit();
  }

  /** Whether it is shown as an emoji: by itself, or as the selector at {@code next} says. */
  static boolean isEmoji(int codePoint, String text, int next) {
    char follows = next < text.length() ? text.charAt(next) : 0;
    return follows == EMOJI_STYLE || (follows != TEXT_STYLE && Characters.isEmoji(codePoint));
  }

  /** Where the next character begins. */
  private static final class Pen {
    private final Resolution fonts;
    private final FontFace face;
    private final double size;
    private final double unit;
    private final double letterSpacing;
    private final double wordSpacing;
    private final double @Nullable [] into;
    private double sum;

    /** The last character that has a width, and where it begins; -1: none. */
    private int before = -1;

    private int beforeAt;

    private Pen(
        Resolution fonts,
        double size,
        double letterSpacing,
        double wordSpacing,
        double @Nullable [] into) {
      this.fonts = fonts;
      this.face = fonts.face();
      this.size = size;
      this.unit = face.emPerUnit() * size;
      this.letterSpacing = letterSpacing;
      this.wordSpacing = wordSpacing;
      this.into = into;
    }

    /** Nearly all text: no look-ups but those of the run's own face. */
    private void latin(char c, int at) {
      int advance = face.advance(c);
      double width;
      if (advance >= 0) {
        kern(before < 0 ? 0 : face.kerning(before, c) * unit);
        width = advance * unit;
      } else {
        width = elsewhere(c);
      }
      place(at, width + letterSpacing + (c == ' ' || c == NO_BREAK_SPACE ? wordSpacing : 0));
      before = c;
      beforeAt = at;
    }

    private void other(int codePoint, int at, boolean emoji) {
      boolean joined = before == ZERO_WIDTH_JOINER && codePoint >= 0x2000;
      boolean flag = Characters.isFlagLetter(before) && Characters.isFlagLetter(codePoint);
      if (joined || flag || Characters.isZeroWidth(codePoint)) {
        place(at, 0);
        if (codePoint == ZERO_WIDTH_JOINER) {
          before = codePoint;
        } else if (joined || flag) {
          before = -1;
        }
        return;
      }
      FontFace own = emoji ? null : fonts.faceFor(codePoint);
      if (own != null && before >= 0x20 && own == fonts.faceFor(before)) {
        kern(own.kerning(before, codePoint) * own.emPerUnit() * size);
      }
      place(at, (emoji ? emoji(codePoint) : elsewhere(codePoint)) + letterSpacing);
      before = codePoint;
      beforeAt = at;
    }

    private double elsewhere(int codePoint) {
      FontFace own = fonts.faceFor(codePoint);
      if (own != null) {
        return own.advance(codePoint) * own.emPerUnit() * size;
      }
      return (Characters.isWide(codePoint) ? 1 : UNKNOWN) * size;
    }

    private double emoji(int codePoint) {
      FontFace own = fonts.emojiFaceFor(codePoint);
      return own == null ? EMOJI * size : own.advance(codePoint) * own.emPerUnit() * size;
    }

    private void place(int at, double width) {
      sum += width;
      if (into != null) {
        into[at] = width;
      }
    }

    private void kern(double change) {
      sum += change;
      if (into != null) {
        into[beforeAt] += change;
      }
    }
  }
}
