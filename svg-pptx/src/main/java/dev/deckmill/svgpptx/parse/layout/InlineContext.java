package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the text directly inside an element.
 *
 * @param element null in anonymous boxes
 * @param style the element's
 * @param font null where its size is 0: nothing of the text is seen
 * @param fonts what measures Latin text of it
 * @param decoration the lines that elements around ask for, in their colours
 * @param href of the {@code a} element around, or null
 * @param filling the element around whose background fills the text, or null
 * @param parent of the inline element around, whose baseline it is raised from; null: the line's
 */
public record InlineContext(
    @Nullable Element element,
    BoxStyle style,
    Text.@Nullable Font font,
    @Nullable Resolution fonts,
    Text.Decoration decoration,
    @Nullable String href,
    @Nullable BoxStyle filling,
    @Nullable InlineContext parent) {
  public double size() {
    return font == null ? 0 : font.size();
  }

  /** The ascent that browsers take, which are whole pixels. */
  public double ascent() {
    return fonts == null ? 0 : Math.rint(fonts.face().metrics().ascent() * size());
  }

  public double descent() {
    return fonts == null ? 0 : Math.rint(fonts.face().metrics().descent() * size());
  }

  /** {@code line-height} in user units. */
  double lineHeight() {
    String value = style.computed().get(Property.LINE_HEIGHT, "normal");
    if (value.equalsIgnoreCase("normal") || value.isEmpty()) {
      return normalLineHeight();
    }
    boolean number = Character.isDigit(value.charAt(value.length() - 1)) || value.endsWith(".");
    double height = style.length(Property.LINE_HEIGHT, size());
    return Double.isNaN(height) || height < 0
        ? normalLineHeight()
        : number ? height * size() : height;
  }

  private double normalLineHeight() {
    double gap = fonts == null ? 0 : Math.rint(fonts.face().metrics().lineGap() * size());
    return ascent() + descent() + gap;
  }

  /** From the baseline to the top of its part of the line: half the leading is above. */
  double above() {
    return ascent() + Math.floor((lineHeight() - ascent() - descent()) / 2);
  }

  double below() {
    return lineHeight() - above();
  }

  double xHeight() {
    return fonts == null
        ? 0
        : (double) fonts.face().metrics().xHeight() / fonts.face().metrics().unitsPerEm() * size();
  }

  public double letterSpacing() {
    return style.length(Property.LETTER_SPACING, size(), 0);
  }

  public double wordSpacing() {
    return style.length(Property.WORD_SPACING, size(), 0);
  }

  /** How high its baseline lies above the line's (CSS Inline 3 §4.2). */
  public double raise() {
    InlineContext around = parent;
    return around == null ? 0 : around.raise() + ownRaise(around);
  }

  private double ownRaise(InlineContext around) {
    return switch (style.word(Property.VERTICAL_ALIGN, "baseline")) {
      case "sub" -> -(around.size() / 5 + 1);
      case "super" -> around.size() / 3 + 1;
      case "middle" -> around.xHeight() / 2 - (ascent() - descent()) / 2;
      case "text-top" -> around.ascent() - ascent();
      case "text-bottom" -> descent() - around.descent();
      case "baseline", "top", "bottom", "inherit" -> 0;
      default -> style.length(Property.VERTICAL_ALIGN, lineHeight(), 0);
    };
  }
}
