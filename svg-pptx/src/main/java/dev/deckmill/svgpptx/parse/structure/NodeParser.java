package dev.deckmill.svgpptx.parse.structure;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.parse.compositing.CompositingParser;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.Conditions;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.Links;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.filter.FlatColors;
import dev.deckmill.svgpptx.parse.geometry.Bounds;
import dev.deckmill.svgpptx.parse.html.HtmlParser;
import dev.deckmill.svgpptx.parse.image.EmbeddedImages;
import dev.deckmill.svgpptx.parse.image.ImageParser;
import dev.deckmill.svgpptx.parse.image.NestedDocument;
import dev.deckmill.svgpptx.parse.paint.PaintServers;
import dev.deckmill.svgpptx.parse.shape.GeometryParser;
import dev.deckmill.svgpptx.parse.shape.MarkerParser;
import dev.deckmill.svgpptx.parse.shape.ShapeParser;
import dev.deckmill.svgpptx.parse.text.TextParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.RenderedElement;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements to nodes (SVG 2 §5): dispatch, groups, and what is never drawn. */
final class NodeParser implements ChildContent {
  private final DocumentContext document;
  private final CompositingParser compositing;
  private final GroupParser groups;
  private final ShapeParser shapes;
  private final TextParser texts;
  private final ImageParser images;
  private final UseParser uses;
  private final Viewports viewports;
  private final HtmlParser html;

  NodeParser(DocumentContext document, NestedDocument.Opener documents) {
    this.document = document;
    EmbeddedImages embedded = new EmbeddedImages(document, documents);
    PaintServers paints = new PaintServers(document, this);
    GeometryParser geometries = new GeometryParser(document);
    this.compositing = new CompositingParser(document, this, embedded::placed);
    this.groups = new GroupParser(document, compositing);
    this.shapes =
        new ShapeParser(geometries, paints, new MarkerParser(document, this), compositing);
    this.texts = new TextParser(document, geometries, paints, compositing);
    this.images = new ImageParser(embedded, compositing);
    this.viewports = new Viewports(this, groups);
    this.html =
        new HtmlParser(document, compositing, embedded, document.fonts(), viewports::inHtml);
    this.uses = new UseParser(document, this, groups, viewports, paints);
  }

  CompositingParser compositing() {
    return compositing;
  }

  @Override
  public List<Node> children(Element element, Frame frame) throws PageRejected {
    List<Node> nodes = new ArrayList<>();
    for (Element child = element.firstChild(); child != null; child = child.next()) {
      Node node = node(child, frame);
      if (node != null) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  @Override
  public @Nullable Node node(Element element, Frame frame) throws PageRejected {
    if (frame.repeated() || frame.depth() > document.budget().limits().depth()) {
      document.budget().instance(frame.depth());
    }
    RenderedElement rendered = element.tag().rendered();
    if (rendered == null || !Conditions.hold(element)) {
      return null;
    }
    Style style = document.style(element, frame.style());
    if (style.is(Property.DISPLAY, "none")) {
      return null;
    }
    Node node = node(rendered, element, style, frame);
    return node == null || node.compositing().filter() == null
        ? node
        : FlatColors.computed(node, document.fonts());
  }

  private @Nullable Node node(RenderedElement rendered, Element element, Style style, Frame frame)
      throws PageRejected {
    return switch (rendered) {
      case SVG -> viewports.nested(element, style, frame);
      case G -> group(element, style, frame, null);
      case A -> group(element, style, frame.withHref(Links.of(element, frame.href())), null);
      case SWITCH -> group(element, style, frame, Conditions.choice(element));
      case USE -> uses.use(element, style, frame);
      case IMAGE -> images.image(element, style, frame);
      case TEXT -> texts.text(element, style, frame);
      case FOREIGN_OBJECT -> html.foreignObject(element, style, frame);
      case SHAPE -> shapes.shape(element, style, frame);
    };
  }

  /** HTML that shows nothing leaves its place to what comes after it. */
  private @Nullable Node chosen(Element choice, Frame inside) throws PageRejected {
    Node chosen = node(choice, inside);
    Element other =
        chosen == null && choice.tag() == Tag.FOREIGN_OBJECT
            ? Conditions.choiceAfter(choice)
            : null;
    return other == null ? chosen : node(other, inside);
  }

  /** A group of all children, or for {@code switch} of the one chosen. */
  private @Nullable Node group(Element element, Style style, Frame frame, @Nullable Element choice)
      throws PageRejected {
    if (element.tag() == Tag.SWITCH && choice == null) {
      return null;
    }
    List<Node> measured =
        Transforms.needsBounds(style)
            ? content(element, frame.inside(style, Affine.IDENTITY).asRepeated(), choice)
            : null;
    Affine transform =
        Transforms.of(
            style, frame, () -> measured == null ? null : Bounds.of(measured, document.fonts()));
    // what is in a group knows of its transform by the paints of its context alone
    List<Node> children =
        measured == null || frame.context() != null
            ? content(element, frame.inside(style, transform), choice)
            : measured;
    return groups.group(element, style, frame, transform, children);
  }

  /** What is drawn inside of a group. */
  private List<Node> content(Element element, Frame inside, @Nullable Element choice)
      throws PageRejected {
    if (choice == null) {
      return children(element, inside);
    }
    Node chosen = chosen(choice, inside);
    return chosen == null ? List.of() : List.of(chosen);
  }
}
