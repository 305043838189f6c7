package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.Resolution;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Display;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.paint.DecorationLook;
import dev.deckmill.svgpptx.parse.text.FontParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the {@link InlineContext} of each element. */
final class InlineContexts {
  private final Fonts fonts;
  private final FontParser parser;

  InlineContexts(DocumentContext document, Fonts fonts) {
    this.parser = new FontParser(document.fontFaces());
    this.fonts = fonts;
  }

  /**
   * That of a {@code foreignObject}.
   *
   * @param around the styles of elements of SVG around it, from outside, and its own: they may ask
   *     for decorations
   */
  InlineContext ofRoot(BoxStyle style, List<Style> around, @Nullable String href) {
    Text.Decoration decoration = Text.Decoration.NONE;
    for (Style outer : around) {
      decoration = decorated(decoration, new BoxStyle(outer));
    }
    return context(null, style, decoration, href, null, null);
  }

  InlineContext ofAnonymous(BoxStyle style, InlineContext around) {
    return context(null, style, around.decoration(), around.href(), around.filling(), null);
  }

  /**
   * What stands in lines goes on with what is around it; blocks begin anew on lines of their own.
   */
  InlineContext of(Element element, BoxStyle style, Display display, InlineContext around) {
    boolean inLine = display == Display.INLINE || display == Display.CONTENTS;
    boolean atomic = display.isInLine() && !inLine;
    Text.Decoration outer = atomic ? Text.Decoration.NONE : around.decoration();
    String own = element.name().equals("a") ? element.href() : null;
    return context(
        element,
        style,
        decorated(outer, style),
        own == null || own.isEmpty() ? around.href() : own,
        style.fillsText() ? style : around.filling(),
        inLine ? around : null);
  }

  /** The same without any height of its own. */
  InlineContext withoutFont(InlineContext of) {
    return new InlineContext(
        of.element(), of.style(), null, null, of.decoration(), of.href(), of.filling(), null);
  }

  private InlineContext context(
      @Nullable Element element,
      BoxStyle style,
      Text.Decoration decoration,
      @Nullable String href,
      @Nullable BoxStyle filling,
      @Nullable InlineContext parent) {
    boolean seen = style.computed().fontSize() > 0;
    Text.Font font = seen ? parser.font(style.computed()) : null;
    Resolution resolution = font == null ? null : fonts.resolve(font, "", null);
    return new InlineContext(element, style, font, resolution, decoration, href, filling, parent);
  }

  private static Text.Decoration decorated(Text.Decoration outer, BoxStyle style) {
    String value = style.computed().get(Property.TEXT_DECORATION);
    if (value == null) {
      return outer;
    }
    String lines = value.toLowerCase(Locale.ROOT);
    Rgba color = DecorationLook.color(style.computed());
    Paint own = new Paint.Solid(color != null ? color : Colors.current(style.computed()));
    return new Text.Decoration(
        lines.contains("underline") ? own : outer.underline(),
        lines.contains("overline") ? own : outer.overline(),
        lines.contains("line-through") ? own : outer.lineThrough(),
        hasLine(lines) ? DecorationLook.form(style.computed()) : outer.form());
  }

  private static boolean hasLine(String value) {
    return value.contains("underline")
        || value.contains("overline")
        || value.contains("line-through");
  }
}
