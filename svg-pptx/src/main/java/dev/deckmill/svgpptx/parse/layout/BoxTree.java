package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Display;
import dev.deckmill.svgpptx.parse.box.Formulas;
import dev.deckmill.svgpptx.parse.box.GeneratedContent;
import dev.deckmill.svgpptx.parse.box.ListLabel;
import dev.deckmill.svgpptx.parse.box.ListNumbers;
import dev.deckmill.svgpptx.parse.box.NaturalSizes;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.geometry.ViewBox;
import dev.deckmill.svgpptx.parse.selector.Generated;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements of HTML to boxes (CSS Display 3). */
public final class BoxTree {
  private final DocumentContext document;
  private final NaturalSizes images;
  private final InlineContexts contexts;
  private final AnonymousBoxes anonymous;

  public BoxTree(DocumentContext document, Fonts fonts, NaturalSizes images) {
    this.document = document;
    this.images = images;
    this.contexts = new InlineContexts(document, fonts);
    this.anonymous = new AnonymousBoxes(contexts);
  }

  /** The box of a {@code foreignObject} with all that is in it. */
  public HtmlBox.Container root(Element foreign, Style style, Frame frame) throws PageRejected {
    BoxStyle own = new BoxStyle(style.inheritedAlone());
    InlineContext context = contexts.ofRoot(own, around(foreign, style), frame.href());
    List<HtmlBox> children = children(foreign, own, context, Display.BLOCK, frame);
    return new HtmlBox.Container(
        null, own, context, Display.BLOCK, 0, anonymous.stacked(children, own, context));
  }

  private List<Style> around(Element foreign, Style own) {
    List<Style> styles = new ArrayList<>();
    styles.add(own);
    for (Element e = foreign.parent(); e != null; e = e.parent()) {
      styles.addFirst(document.styleInDocument(e));
    }
    return styles;
  }

  private List<HtmlBox> children(
      Element parent, BoxStyle style, InlineContext context, Display around, Frame frame)
      throws PageRejected {
    List<HtmlBox> boxes = new ArrayList<>();
    ListNumbers numbers = ListNumbers.of(parent);
    generated(parent, Generated.BEFORE, style, context, around, boxes);
    for (Element child = parent.firstChild(); child != null; child = child.next()) {
      Formulas.before(child).ifPresent(c -> boxes.add(new HtmlBox.Characters(c, style, context)));
      if (child.isCharacters()) {
        if (Formulas.isSpaceBetweenParts(child)) {
          continue;
        }
        boxes.add(new HtmlBox.Characters(child.name(), style, context));
      } else if (child.tag() == Tag.HTML || child.tag() == Tag.SVG) {
        if (frame.repeated()) {
          document.budget().instance(frame.depth());
        }
        element(child, style, context, around, frame, numbers, boxes);
      }
    }
    generated(parent, Generated.AFTER, style, context, around, boxes);
    return boxes;
  }

  /** {@code ::before} or {@code ::after} of an element. */
  private void generated(
      Element element,
      Generated generated,
      BoxStyle origin,
      InlineContext context,
      Display around,
      List<HtmlBox> into) {
    Style computed =
        element.tag() == Tag.HTML
            ? document.generated(element, generated, origin.computed())
            : null;
    Display written =
        computed == null ? Display.NONE : Display.of(computed.get(Property.DISPLAY, "inline"));
    if (computed == null && element.name().equals("q")) {
      String mark = generated == Generated.BEFORE ? "“" : "”";
      into.add(new HtmlBox.Characters(mark, origin, context));
    }
    if (computed == null || written == Display.NONE) {
      return;
    }
    BoxStyle style = new BoxStyle(computed);
    Display display = isApart(element, style) || around.hasItems() ? written.blockified() : written;
    InlineContext own = contexts.of(element, style, display, context);
    GeneratedContent content = GeneratedContent.of(computed.get(Property.CONTENT, "none"), element);
    if (!content.isWhole()) {
      document
          .findings()
          .warn(
              Code.UNSUPPORTED_DROPPED,
              element,
              "What a style sheet puts before or after an element of HTML is more than text: left"
                  + " out.");
      return;
    }
    List<HtmlBox> text =
        content.text().isEmpty()
            ? List.of()
            : List.of(new HtmlBox.Characters(content.text(), style, own));
    into.add(container(null, style, own, display, 0, text));
  }

  private void element(
      Element element,
      BoxStyle parent,
      InlineContext context,
      Display around,
      Frame frame,
      ListNumbers numbers,
      List<HtmlBox> into)
      throws PageRejected {
    BoxStyle style = new BoxStyle(document.style(element, parent.computed()));
    Display written = Display.of(style.computed().get(Property.DISPLAY, "inline"));
    if (written == Display.NONE) {
      return;
    }
    tellVertical(element, style, parent);
    Display display = isApart(element, style) || around.hasItems() ? written.blockified() : written;
    InlineContext own = contexts.of(element, style, display, context);
    HtmlBox leaf = leaf(element, style, own);
    if (leaf != null) {
      boolean block = !display.isInLine() && !style.isOutOfFlow();
      into.add(block ? anonymous.alone(leaf) : leaf);
      return;
    }
    if (element.tag() == Tag.SVG || element.name().equals("img")) {
      return;
    }
    List<HtmlBox> children = children(element, style, own, display, frame);
    if (display == Display.CONTENTS) {
      into.addAll(children);
      return;
    }
    int number = numbers.next(element, display);
    if (display == Display.LIST_ITEM && ListLabel.isInside(style)) {
      ListLabel label = ListLabel.of(style, number);
      children.addFirst(new HtmlBox.Characters(label.inLine(), style, own));
    }
    into.add(container(element, style, own, display, number, children));
  }

  /** Once where vertical lines begin, rather than in all that is inside. */
  private void tellVertical(Element element, BoxStyle style, BoxStyle parent) {
    if (style.isVertical() && !parent.isVertical()) {
      document
          .findings()
          .warn(Code.APPROXIMATED, element, "Vertical lines of HTML are set from left to right.");
    }
  }

  /** Whether it is a block whatever it is written as (CSS 2 §9.7). */
  private boolean isApart(Element element, BoxStyle style) {
    boolean floats = !style.word(Property.FLOAT, "none").equals("none");
    if (floats) {
      document
          .findings()
          .info(Code.APPROXIMATED, element, "A float of HTML stands on lines of its own.");
    }
    return floats || style.isOutOfFlow();
  }

  /** What has no boxes inside; null where the element is none of those, or shows nothing. */
  private @Nullable HtmlBox leaf(Element element, BoxStyle style, InlineContext context)
      throws PageRejected {
    if (element.tag() == Tag.SVG) {
      return svg(element, style, context);
    }
    return switch (element.name()) {
      case "br" -> new HtmlBox.LineBreak(style, context, true);
      case "wbr" -> new HtmlBox.LineBreak(style, context, false);
      case "img" -> {
        NaturalSizes.Size size = images.of(element);
        yield size == null
            ? null
            : new HtmlBox.Replaced(element, style, context, size.width(), size.height());
      }
      default -> null;
    };
  }

  /** Its attributes, else its view box, say how large it is. */
  private static HtmlBox svg(Element svg, BoxStyle style, InlineContext context) {
    double width = attribute(svg, style, "width");
    double height = attribute(svg, style, "height");
    dev.deckmill.svgpptx.ir.Box box = ViewBox.parse(svg.attribute("viewBox"));
    if (box != null && box.height() > 0 && box.width() > 0) {
      double ratio = box.width() / box.height();
      width = Double.isNaN(width) && !Double.isNaN(height) ? height * ratio : width;
      height = Double.isNaN(height) && !Double.isNaN(width) ? width / ratio : height;
      width = Double.isNaN(width) ? box.width() : width;
      height = Double.isNaN(height) ? box.height() : height;
    }
    return new HtmlBox.Replaced(
        svg,
        style,
        context,
        Double.isNaN(width) ? 300 : width,
        Double.isNaN(height) ? 150 : height);
  }

  private static double attribute(Element svg, BoxStyle style, String name) {
    double length =
        LengthParser.parse(svg.attribute(name), style.computed().units(), Double.NaN, Double.NaN);
    return length > 0 ? length : Double.NaN;
  }

  private HtmlBox container(
      @Nullable Element element,
      BoxStyle style,
      InlineContext context,
      Display display,
      int number,
      List<HtmlBox> children) {
    return switch (display) {
      case INLINE -> {
        boolean split = holdsBlocks(children);
        // around blocks an inline element paints nothing of its own (CSS 2 §9.2.1.1)
        yield split
            ? new HtmlBox.Container(
                null,
                new BoxStyle(style.computed().inheritedAlone()),
                contexts.ofAnonymous(style, context),
                Display.BLOCK,
                0,
                anonymous.stacked(children, style, context))
            : new HtmlBox.Container(element, style, context, Display.INLINE, number, children);
      }
      case FLEX, INLINE_FLEX, GRID, INLINE_GRID ->
          new HtmlBox.Container(
              element, style, context, display, number, anonymous.items(children, style, context));
      case TABLE, INLINE_TABLE, ROW_GROUP, ROW ->
          new HtmlBox.Container(
              element,
              style,
              context,
              display,
              number,
              anonymous.parts(display, children, style, context));
      case NONE, CONTENTS, BLOCK, LIST_ITEM, INLINE_BLOCK, CELL ->
          new HtmlBox.Container(
              element,
              style,
              context,
              display,
              number,
              anonymous.stacked(children, style, context));
    };
  }

  private static boolean holdsBlocks(List<HtmlBox> children) {
    for (HtmlBox child : children) {
      if (isBlock(child)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it takes room where it stands, rather than being placed apart. */
  static boolean isInFlow(HtmlBox box) {
    return switch (box) {
      case HtmlBox.Container part -> !part.style().isOutOfFlow();
      case HtmlBox.Replaced image -> !image.style().isOutOfFlow();
      case HtmlBox.Characters text -> true;
      case HtmlBox.LineBreak lineBreak -> true;
    };
  }

  static boolean isInLine(HtmlBox box) {
    return !(box instanceof HtmlBox.Container part) || part.display().isInLine();
  }

  /** Whether it begins on a line of its own. */
  static boolean isBlock(HtmlBox box) {
    return isInFlow(box) && !isInLine(box);
  }
}
