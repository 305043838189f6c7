package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.paint.DecorationLook;
import dev.deckmill.svgpptx.parse.selector.Compound;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@code text} element's characters, white space collapsed, with what holds for each stretch of
 * them.
 *
 * @param characters all that is shown
 * @param spans of one style, in order, without gaps
 * @param elements those with a stretch of their own, outer ones first
 */
record TextFlow(String characters, List<Span> spans, List<ElementRange> elements) {
  /**
   * Characters directly inside one element.
   *
   * @param end after the last character
   * @param inherited from the elements around, their own among them
   */
  record Span(int start, int end, Element element, Style style, Inherited inherited) {
    Span endingAt(int other) {
      return new Span(start, other, element, style, inherited);
    }
  }

  /**
   * What is passed down the tree.
   *
   * @param decoration who asks for which line
   * @param shift {@code baseline-shift} of all elements around, upwards in user units
   * @param href of the {@code a} element around, or null
   * @param path the {@code textPath} around, or null
   */
  record Inherited(
      DecorationLines decoration,
      double shift,
      @Nullable String href,
      Text.@Nullable OnPath path) {}

  /** An element and the characters inside it and its descendants. */
  record ElementRange(int start, int end, Element element, Style style) {}

  /** An element that asks for a decoration, whose fill paints it. */
  record DecoratingElement(Element element, Style style) {}

  /** {@code text-decoration-line} of all elements around, each line with who asks for it. */
  record DecorationLines(
      @Nullable DecoratingElement underline,
      @Nullable DecoratingElement overline,
      @Nullable DecoratingElement lineThrough) {
    static final DecorationLines NONE = new DecorationLines(null, null, null);

    /** The form of the lines, of which nearly always there is one. */
    Text.LineForm form() {
      return Stream.of(underline, lineThrough, overline)
          .filter(Objects::nonNull)
          .findFirst()
          .map(asker -> DecorationLook.form(asker.style()))
          .orElse(Text.LineForm.SOLID);
    }

    /** With what an element's own value adds. */
    DecorationLines with(@Nullable String given, Element element, Style style) {
      // a list with commas is invalid; a colour in the shorthand may have some
      if (given == null || (given.contains(",") && !given.contains("("))) {
        return this;
      }
      String value = given.toLowerCase(Locale.ROOT);
      DecoratingElement asker = new DecoratingElement(element, style);
      return new DecorationLines(
          Compound.hasWord(value, "underline") ? asker : underline,
          Compound.hasWord(value, "overline") ? asker : overline,
          Compound.hasWord(value, "line-through") ? asker : lineThrough);
    }
  }
}
