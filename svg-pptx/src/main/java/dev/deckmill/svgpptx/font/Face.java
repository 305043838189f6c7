package dev.deckmill.svgpptx.font;

/** The measures of one face, in em: shares of the font's size. Safe for several threads. */
public interface Face {
  /** The family whose measures these are. */
  String family();

  /** From the baseline to the top of a line, as office programs lay lines out. */
  double ascent();

  /** From the baseline to the bottom of a line, 0 or more. */
  double descent();

  /** Height of a small x. */
  double xHeight();

  /** Whether it has a glyph for the character. */
  boolean covers(int codePoint);

  /** How far the character moves the pen; meaningless where it is not covered. */
  double advance(int codePoint);
}
