package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Conditions;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.Links;
import dev.deckmill.svgpptx.parse.text.TextFlow.Inherited;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Walks a {@code text} element and gathers its characters (SVG 2 §11.3), collapsing white space.
 */
final class TextCollector {
  /** The text content child elements (SVG 2 §11.2), and links. */
  private static final Set<Tag> CHILDREN = EnumSet.of(Tag.TSPAN, Tag.TEXT_PATH, Tag.TREF, Tag.A);

  private final DocumentContext document;
  private final TextPaths paths;
  private final Frame frame;
  private final StringBuilder out = new StringBuilder();
  private final List<TextFlow.Span> spans = new ArrayList<>();
  private final List<TextFlow.ElementRange> elements = new ArrayList<>();

  /** Whether a space that comes now would follow another, or begin the text. */
  private boolean afterSpace = true;

  /** Whether the last character is white space that was collapsed. */
  private boolean isLastCollapsed;

  TextCollector(DocumentContext document, TextPaths paths, Frame frame) {
    this.document = document;
    this.paths = paths;
    this.frame = frame;
  }

  TextFlow collect(Element text, Style style) throws PageRejected {
    Inherited around = new Inherited(decorations(text), 0, frame.href(), null);
    element(text, style, around, frame.depth());
    return new TextFlow(out.toString(), spans, elements);
  }

  /** Groups around a text may ask for decorations too. */
  private TextFlow.DecorationLines decorations(Element text) {
    TextFlow.DecorationLines lines = TextFlow.DecorationLines.NONE;
    for (Element e = text.parent(); e != null; e = e.parent()) {
      Style style = document.styleInDocument(e);
      String value = style.get(Property.TEXT_DECORATION);
      lines = value == null ? lines : TextFlow.DecorationLines.NONE.with(value, e, style);
    }
    return lines;
  }

  private void element(Element element, Style style, Inherited outer, int depth)
      throws PageRejected {
    if (frame.repeated()) {
      document.budget().instance(depth);
    }
    String decoration = style.get(Property.TEXT_DECORATION);
    Inherited around =
        new Inherited(
            outer.decoration().with(decoration, element, style),
            outer.shift() + shift(style),
            element.tag() == Tag.A ? Links.of(element, outer.href()) : outer.href(),
            outer.path());
    int start = out.length();
    int slot = elements.size();
    elements.add(new TextFlow.ElementRange(start, start, element, style));
    if (element.tag() == Tag.TREF) {
      // what stands in it is not shown (SVG 1.1 §10.6)
      characters(referenced(element), element, style, around);
    } else {
      children(element, style, around, depth);
    }
    if (slot == 0) {
      trimEnd();
    }
    elements.set(slot, new TextFlow.ElementRange(start, out.length(), element, style));
  }

  private void children(Element element, Style style, Inherited around, int depth)
      throws PageRejected {
    for (Element child = element.firstChild(); child != null; child = child.next()) {
      if (child.isCharacters()) {
        characters(child.name(), element, style, around);
      } else {
        child(child, style, around, depth + 1);
      }
    }
  }

  private void child(Element child, Style parent, Inherited around, int depth) throws PageRejected {
    boolean flows = CHILDREN.contains(child.tag()) && Conditions.hold(child);
    Style style = flows ? document.style(child, parent) : parent;
    if (!flows || style.is(Property.DISPLAY, "none")) {
      return;
    }
    if (child.tag() != Tag.TEXT_PATH) {
      element(child, style, around, depth);
      return;
    }
    Text.OnPath path = paths.path(child, style, frame);
    if (path != null) {
      Inherited along = new Inherited(around.decoration(), around.shift(), around.href(), path);
      element(child, style, along, depth);
    }
  }

  private String referenced(Element tref) {
    String href = tref.href();
    Element target =
        href == null || href.isEmpty() ? null : document.references().target(tref, href);
    return target == null ? "" : target.text();
  }

  private static double shift(Style style) {
    String value = style.get(Property.BASELINE_SHIFT);
    return value == null
        ? 0
        : switch (value.toLowerCase(Locale.ROOT)) {
          case "baseline" -> 0;
          case "sub" -> -0.2 * style.fontSize();
          case "super" -> 0.4 * style.fontSize();
          default -> LengthParser.parse(value, style.units(), style.fontSize(), 0);
        };
  }

  private void characters(String text, Element element, Style style, Inherited around) {
    int start = out.length();
    // where xml:space keeps spaces others beside them collapse (SVG 1.1 §10.15), in CSS they don't
    append(text, preserves(style), style.get(Property.WHITE_SPACE) == null);
    transform(style, start);
    if (out.length() > start) {
      spans.add(new TextFlow.Span(start, out.length(), element, style, around));
    }
  }

  /** Collapses white space, or makes spaces of it. */
  private void append(String text, boolean preserve, boolean swallows) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t' || c == '\r' || c == ' ') {
        if (preserve || !afterSpace) {
          out.append(' ');
        }
        afterSpace = !preserve || swallows;
        isLastCollapsed = !preserve;
      } else {
        out.append(c);
        afterSpace = false;
        isLastCollapsed = false;
      }
    }
  }

  private static boolean preserves(Style style) {
    String whiteSpace = style.get(Property.WHITE_SPACE);
    if (whiteSpace != null) {
      return switch (whiteSpace.toLowerCase(Locale.ROOT)) {
        case "pre", "pre-wrap", "break-spaces", "preserve" -> true;
        default -> false;
      };
    }
    return "preserve".equals(style.get(Property.XML_SPACE));
  }

  /** {@code text-transform}; only where it keeps the number of characters, for positions count. */
  private void transform(Style style, int start) {
    String value = style.get(Property.TEXT_TRANSFORM);
    if (value == null) {
      return;
    }
    boolean wordStart = start == 0 || out.charAt(start - 1) == ' ';
    for (int i = start; i < out.length(); i++) {
      char c = out.charAt(i);
      switch (value.toLowerCase(Locale.ROOT)) {
        case "uppercase" -> out.setCharAt(i, Character.toUpperCase(c));
        case "lowercase" -> out.setCharAt(i, Character.toLowerCase(c));
        case "capitalize" -> out.setCharAt(i, wordStart ? Character.toTitleCase(c) : c);
        default -> {
          return;
        }
      }
      wordStart = c == ' ';
    }
  }

  /** The one collapsed space that may be left at the end is not shown. */
  private void trimEnd() {
    int last = out.length() - 1;
    if (last < 0 || !isLastCollapsed || out.charAt(last) != ' ') {
      return;
    }
    out.setLength(last);
    TextFlow.Span s = spans.remove(spans.size() - 1);
    if (s.start() < last) {
      spans.add(s.endingAt(last));
    }
    elements.replaceAll(
        e ->
            e.end() <= last
                ? e
                : new TextFlow.ElementRange(
                    Math.min(e.start(), last), last, e.element(), e.style()));
  }
}
