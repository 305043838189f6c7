package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import dev.deckmill.svgpptx.parse.xml.XmlDoor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements to nodes (SVG 2 §5): dispatch, groups, and what is never drawn. */
final class NodeParser {
  private final DocumentParser document;
  private final TransformReader transforms = new TransformReader();
  private final CompositingParser compositing;
  private final ShapeParser shapes;
  private final TextParser texts;
  private final ImageParser images;
  private final UseParser uses;
  private final Viewports viewports;

  NodeParser(DocumentParser document, XmlDoor door) {
    this.document = document;
    PaintServers paints = new PaintServers(document, this);
    this.compositing = new CompositingParser(document, this);
    this.shapes = new ShapeParser(document, this, paints);
    this.texts = new TextParser(document, this, paints);
    this.images = new ImageParser(document, this, door);
    this.viewports = new Viewports(this);
    this.uses = new UseParser(document, this, viewports, paints);
  }

  TransformReader transforms() {
    return transforms;
  }

  CompositingParser compositing() {
    return compositing;
  }

  ShapeParser shapes() {
    return shapes;
  }

  ImageParser images() {
    return images;
  }

  /** The nodes of an element's children, back to front, ghosts among them. */
  List<Node> children(Element element, Frame frame) throws PageRejected {
    List<Node> nodes = new ArrayList<>();
    for (Element child = element.firstChild(); child != null; child = child.next()) {
      Node node = node(child, frame);
      if (node != null) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** The element as it is drawn inside a frame; null where it draws nothing. */
  @Nullable Node node(Element element, Frame frame) throws PageRejected {
    if (frame.repeated() || frame.depth() > document.budget().limits().depth()) {
      document.budget().instance(frame.depth());
    }
    return switch (element.tag()) {
      case G, A, SWITCH, SVG, USE, IMAGE, TEXT -> styled(element, frame);
      case RECT, CIRCLE, ELLIPSE, LINE, POLYLINE, POLYGON, PATH -> styled(element, frame);
      case CHARACTERS,
          FOREIGN,
          OTHER,
          DEFS,
          SYMBOL,
          STYLE,
          TITLE,
          DESC,
          LINEAR_GRADIENT,
          RADIAL_GRADIENT,
          STOP,
          PATTERN,
          CLIP_PATH,
          MASK,
          FILTER,
          MARKER,
          TSPAN,
          TEXT_PATH,
          TREF,
          SCRIPT,
          FOREIGN_OBJECT,
          ANIMATION ->
          null;
    };
  }

  private @Nullable Node styled(Element element, Frame frame) throws PageRejected {
    if (!Conditions.hold(element)) {
      return null;
    }
    Style style = document.cascade().style(element, frame.style());
    if (style.is(Property.DISPLAY, "none")) {
      return null;
    }
    return switch (element.tag()) {
      case G -> group(element, style, frame, null);
      case A -> group(element, style, frame.withHref(Links.of(element, frame.href())), null);
      case SWITCH -> group(element, style, frame, Conditions.choice(element));
      case SVG -> viewports.nested(element, style, frame);
      case USE -> uses.use(element, style, frame);
      case IMAGE -> images.image(element, style, frame);
      case TEXT -> texts.text(element, style, frame);
      case RECT, CIRCLE, ELLIPSE, LINE, POLYLINE, POLYGON, PATH ->
          shapes.shape(element, style, frame);
      case SYMBOL,
          DEFS,
          STYLE,
          TITLE,
          DESC,
          LINEAR_GRADIENT,
          RADIAL_GRADIENT,
          STOP,
          PATTERN,
          CLIP_PATH,
          MASK,
          FILTER,
          MARKER,
          SCRIPT,
          FOREIGN_OBJECT,
          ANIMATION,
          TSPAN,
          TEXT_PATH,
          TREF,
          CHARACTERS,
          OTHER,
          FOREIGN ->
          null;
    };
  }

  /** A group of all children, or for {@code switch} of the one chosen. */
  private @Nullable Node group(Element element, Style style, Frame frame, @Nullable Element choice)
      throws PageRejected {
    if (element.tag() == Tag.SWITCH && choice == null) {
      return null;
    }
    Affine transform = transforms.of(style, frame, () -> null);
    Frame inside = frame.inside(style, transform);
    List<Node> children;
    if (choice == null) {
      children = children(element, inside);
    } else {
      Node chosen = node(choice, inside);
      children = chosen == null ? List.of() : List.of(chosen);
    }
    return group(element, style, frame, transform, children);
  }

  /** A group of these nodes with the element's compositing; null where nothing is left of it. */
  @Nullable Node group(
      Element element, Style style, Frame frame, Affine transform, List<Node> children)
      throws PageRejected {
    Compositing effects = compositing.of(element, style, frame, () -> Bounds.of(children));
    List<Node> visible = withoutGhosts(children);
    if (visible.isEmpty() && effects.filter() == null) {
      return null;
    }
    return new Group(Names.origin(element, frame.href()), transform, effects, visible);
  }

  /** Without shapes that paint nothing: they have only counted for bounding boxes. */
  List<Node> withoutGhosts(List<Node> nodes) {
    for (Node node : nodes) {
      if (isGhost(node)) {
        List<Node> visible = new ArrayList<>(nodes.size());
        for (Node each : nodes) {
          if (!isGhost(each)) {
            visible.add(each);
          }
        }
        return visible;
      }
    }
    return nodes;
  }

  private static boolean isGhost(Node node) {
    return node instanceof Shape shape
        && shape.stroke() == null
        && shape.fill() instanceof Paint.None
        && shape.markers().isEmpty()
        && shape.compositing().filter() == null;
  }
}
