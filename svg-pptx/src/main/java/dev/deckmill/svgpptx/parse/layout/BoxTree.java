package dev.deckmill.svgpptx.parse.layout;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Display;
import dev.deckmill.svgpptx.parse.box.Formulas;
import dev.deckmill.svgpptx.parse.box.ListNumbers;
import dev.deckmill.svgpptx.parse.box.NaturalSizes;
import dev.deckmill.svgpptx.parse.box.WhiteSpace;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.geometry.ViewBox;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements of HTML to boxes (CSS Display 3): anonymous ones are put around what needs them. */
public final class BoxTree {
  private final DocumentContext document;
  private final NaturalSizes images;
  private final InlineContexts contexts;

  public BoxTree(DocumentContext document, Fonts fonts, NaturalSizes images) {
    this.document = document;
    this.images = images;
    this.contexts = new InlineContexts(document, fonts);
  }

  /** The box of a {@code foreignObject} with all that is in it. */
  public HtmlBox.Container root(Element foreign, Style style, Frame frame) throws PageRejected {
    BoxStyle own = new BoxStyle(style.inheritedAlone());
    InlineContext context = contexts.ofRoot(own, frame.href());
    List<HtmlBox> children = children(foreign, own, context, frame);
    return new HtmlBox.Container(
        null, own, context, Display.BLOCK, 0, stacked(children, own, context));
  }

  private List<HtmlBox> children(Element parent, BoxStyle style, InlineContext context, Frame frame)
      throws PageRejected {
    List<HtmlBox> boxes = new ArrayList<>();
    ListNumbers numbers = ListNumbers.of(parent);
    for (Element child = parent.firstChild(); child != null; child = child.next()) {
      Formulas.before(child).ifPresent(c -> boxes.add(new HtmlBox.Characters(c, style, context)));
      if (child.isCharacters()) {
        boxes.add(new HtmlBox.Characters(child.name(), style, context));
      } else if (child.tag() == Tag.HTML || child.tag() == Tag.SVG) {
        if (frame.repeated()) {
          document.budget().instance(frame.depth());
        }
        element(child, style, context, frame, numbers, boxes);
      }
    }
    return boxes;
  }

  private void element(
      Element element,
      BoxStyle parent,
      InlineContext around,
      Frame frame,
      ListNumbers numbers,
      List<HtmlBox> into)
      throws PageRejected {
    BoxStyle style = new BoxStyle(document.style(element, parent.computed()));
    Display display = Display.of(style.computed().get(Property.DISPLAY, "inline"));
    if (display == Display.NONE) {
      return;
    }
    InlineContext context = contexts.of(element, style, display, around);
    HtmlBox leaf = leaf(element, style, context);
    if (leaf != null) {
      boolean block = !display.isInLine() || style.isOutOfFlow();
      into.add(block ? alone(leaf, style, context) : leaf);
      return;
    }
    if (element.tag() == Tag.SVG || element.name().equals("img")) {
      return;
    }
    List<HtmlBox> children = children(element, style, context, frame);
    if (display == Display.CONTENTS) {
      into.addAll(children);
      return;
    }
    int number = numbers.next(element, display);
    into.add(container(element, style, context, display, number, children));
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

  /** In a block without any height but its own. */
  private HtmlBox alone(HtmlBox leaf, BoxStyle style, InlineContext context) {
    BoxStyle bare = new BoxStyle(style.computed().inheritedAlone());
    BoxStyle outer = style.isOutOfFlow() ? style : bare;
    return new HtmlBox.Container(
        null, outer, contexts.withoutFont(context), Display.BLOCK, 0, List.of(leaf));
  }

  private HtmlBox container(
      Element element,
      BoxStyle style,
      InlineContext context,
      Display written,
      int number,
      List<HtmlBox> children) {
    boolean floats = !style.word(Property.FLOAT, "none").equals("none");
    if (floats) {
      document
          .findings()
          .info(Code.APPROXIMATED, element, "A float of HTML stands on lines of its own.");
    }
    boolean apart = style.isOutOfFlow() || floats;
    Display display = apart ? written.blockified() : written;
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
                stacked(children, style, context))
            : new HtmlBox.Container(element, style, context, Display.INLINE, number, children);
      }
      case FLEX, INLINE_FLEX, GRID, INLINE_GRID ->
          new HtmlBox.Container(
              element, style, context, display, number, items(children, style, context));
      case TABLE, INLINE_TABLE, ROW_GROUP, ROW ->
          new HtmlBox.Container(
              element, style, context, display, number, parts(display, children, style, context));
      case NONE, CONTENTS, BLOCK, LIST_ITEM, INLINE_BLOCK, CELL ->
          new HtmlBox.Container(
              element, style, context, display, number, stacked(children, style, context));
    };
  }

  /** Blocks below each other, or lines: what stands in lines beside blocks gets a block. */
  private List<HtmlBox> stacked(List<HtmlBox> children, BoxStyle style, InlineContext context) {
    List<HtmlBox> whole = new ArrayList<>(children.size());
    boolean mixed = false;
    for (HtmlBox child : children) {
      HtmlBox box = tabled(child);
      whole.add(box);
      mixed |= isInFlow(box) && !isInLine(box);
    }
    return mixed ? wrapped(whole, style, context) : whole;
  }

  private List<HtmlBox> items(List<HtmlBox> children, BoxStyle style, InlineContext context) {
    return wrapped(children.stream().map(this::tabled).map(this::asItem).toList(), style, context);
  }

  /** Parts of a table that have no table around them get one. */
  private HtmlBox tabled(HtmlBox box) {
    if (!(box instanceof HtmlBox.Container part)) {
      return box;
    }
    return switch (part.display()) {
      case CELL -> as(part, Display.TABLE);
      case ROW, ROW_GROUP ->
          new HtmlBox.Container(
              null,
              new BoxStyle(part.style().computed().inheritedAlone()),
              part.context(),
              Display.TABLE,
              0,
              List.of(part));
      case NONE, CONTENTS, INLINE, BLOCK, LIST_ITEM, INLINE_BLOCK, FLEX, INLINE_FLEX, GRID -> box;
      case INLINE_GRID, TABLE, INLINE_TABLE -> box;
    };
  }

  private HtmlBox asItem(HtmlBox box) {
    return switch (box) {
      case HtmlBox.Container part -> as(part, part.display().blockified());
      case HtmlBox.Replaced image -> alone(image, image.style(), image.context());
      case HtmlBox.Characters text -> text;
      case HtmlBox.LineBreak lineBreak -> lineBreak;
    };
  }

  private static HtmlBox as(HtmlBox.Container part, Display display) {
    return display == part.display()
        ? part
        : new HtmlBox.Container(
            part.element(), part.style(), part.context(), display, part.number(), part.children());
  }

  /** The parts that a table has; anything else in it is put into a cell, or is but space. */
  private List<HtmlBox> parts(
      Display around, List<HtmlBox> children, BoxStyle style, InlineContext context) {
    boolean hasParts = children.stream().anyMatch(BoxTree::isTablePart);
    if (!hasParts) {
      return around == Display.ROW ? List.of() : stacked(children, style, context);
    }
    return children.stream().filter(BoxTree::isTablePart).toList();
  }

  private static boolean isTablePart(HtmlBox box) {
    return box instanceof HtmlBox.Container part
        && switch (part.display()) {
          case ROW_GROUP, ROW, CELL, BLOCK -> true;
          case NONE, CONTENTS, INLINE, LIST_ITEM, INLINE_BLOCK, FLEX, INLINE_FLEX, GRID -> false;
          case INLINE_GRID, TABLE, INLINE_TABLE -> false;
        };
  }

  private List<HtmlBox> wrapped(List<HtmlBox> children, BoxStyle style, InlineContext context) {
    List<HtmlBox> out = new ArrayList<>(children.size());
    List<HtmlBox> run = new ArrayList<>();
    for (HtmlBox child : children) {
      if (isInFlow(child) && !isInLine(child)) {
        wrap(run, style, context, out);
        out.add(child);
      } else {
        run.add(child);
      }
    }
    wrap(run, style, context, out);
    return out;
  }

  private void wrap(List<HtmlBox> run, BoxStyle style, InlineContext context, List<HtmlBox> out) {
    if (isAnySeen(run)) {
      BoxStyle anonymous = new BoxStyle(style.computed().inheritedAlone());
      out.add(
          new HtmlBox.Container(
              null, anonymous, contexts.ofAnonymous(anonymous, context), Display.BLOCK, 0, run));
    } else {
      run.stream().filter(box -> !isInFlow(box)).forEach(out::add);
    }
    run.clear();
  }

  private static boolean isAnySeen(List<HtmlBox> run) {
    for (HtmlBox box : run) {
      if (isSeen(box)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSeen(HtmlBox box) {
    return switch (box) {
      case HtmlBox.Characters text ->
          !text.text().isBlank() || WhiteSpace.of(text.style()).keepsSpaces();
      case HtmlBox.LineBreak lineBreak -> true;
      case HtmlBox.Replaced image -> true;
      case HtmlBox.Container part -> isInFlow(part);
    };
  }

  private static boolean holdsBlocks(List<HtmlBox> children) {
    for (HtmlBox child : children) {
      if (isInFlow(child) && !isInLine(child)) {
        return true;
      }
    }
    return false;
  }

  static boolean isInFlow(HtmlBox box) {
    return !(box instanceof HtmlBox.Container part && part.style().isOutOfFlow());
  }

  static boolean isInLine(HtmlBox box) {
    return !(box instanceof HtmlBox.Container part) || part.display().isInLine();
  }
}
