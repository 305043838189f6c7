package dev.deckmill.svgpptx.parse.box;

import dev.deckmill.svgpptx.parse.css.Property;

/**
 * {@code white-space} (CSS Text 3 §3).
 *
 * @param keepsSpaces whether each space counts
 * @param keepsBreaks whether line feeds break lines
 * @param wraps whether full lines break
 */
public record WhiteSpace(boolean keepsSpaces, boolean keepsBreaks, boolean wraps) {
  private static final WhiteSpace NORMAL = new WhiteSpace(false, false, true);
  private static final WhiteSpace NOWRAP = new WhiteSpace(false, false, false);
  private static final WhiteSpace PRE = new WhiteSpace(true, true, false);
  private static final WhiteSpace PRE_WRAP = new WhiteSpace(true, true, true);
  private static final WhiteSpace PRE_LINE = new WhiteSpace(false, true, true);

  public static WhiteSpace of(BoxStyle style) {
    return switch (style.word(Property.WHITE_SPACE, "normal")) {
      case "nowrap" -> NOWRAP;
      case "pre" -> PRE;
      case "pre-wrap", "break-spaces" -> PRE_WRAP;
      case "pre-line" -> PRE_LINE;
      default -> NORMAL;
    };
  }
}
