package dev.deckmill.svgpptx.parse.compositing;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.References;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.document.UnpaintedShapes;
import dev.deckmill.svgpptx.parse.geometry.Matrices;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code clip-path} and {@code clipPath} (CSS Masking 1 §5, §6). */
final class ClipParser {
  private final DocumentContext document;
  private final ChildContent nodes;

  ClipParser(DocumentContext document, ChildContent nodes) {
    this.document = document;
    this.nodes = nodes;
  }

  /** The clip of an element in its user space; null: not clipped. */
  @Nullable ClipPath clip(
      Element element, String value, Style style, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    if (value.equalsIgnoreCase("none")) {
      return null;
    }
    String id = References.idOfUrl(value);
    if (id == null) {
      return ClipShapes.parse(
          value,
          style,
          frame,
          bounds,
          () -> stroked(element, style, frame, bounds.get()),
          document.budget());
    }
    Element target = document.references().byId(id);
    if (target == null || target.tag() != Tag.CLIP_PATH) {
      document.references().missing(element);
      return null;
    }
    return clip(element, target, frame, bounds);
  }

  /** A box with the stroke around it; of groups without, for theirs are many. */
  private static @Nullable Box stroked(
      Element element, Style style, Frame frame, @Nullable Box box) {
    String stroke = style.get(Property.STROKE);
    boolean isStroked = element.tag().shape() != null && stroke != null && !stroke.equals("none");
    if (box == null || !isStroked) {
      return box;
    }
    double diagonal = Math.hypot(frame.width(), frame.height()) / Math.sqrt(2);
    String given = style.get(Property.STROKE_WIDTH);
    double width = Math.max(0, LengthParser.parse(given, style.units(), diagonal, 1));
    return new Box(
        box.x() - width / 2, box.y() - width / 2, box.width() + width, box.height() + width);
  }

  private @Nullable ClipPath clip(
      Element element, Element target, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    if (!document.references().enter(target, element)) {
      return null;
    }
    try {
      Style style = document.styleInDocument(target);
      Affine transform = Transforms.of(style, frame, bounds);
      if ("objectBoundingBox".equals(target.attribute("clipPathUnits"))) {
        Box box = bounds.get();
        if (box == null) {
          return new ClipPath(List.of(), null);
        }
        transform = transform.times(Matrices.ofBox(box));
      }
      Frame inside = frame.ofReferenced(style, Frame.Mode.CLIP);
      List<Node> parts = parts(target, inside, transform);
      String own = style.get(Property.CLIP_PATH);
      ClipPath outer = own == null ? null : clip(target, own, style, frame, bounds);
      return new ClipPath(parts, outer);
    } finally {
      document.references().leave();
    }
  }

  private List<Node> parts(Element target, Frame inside, Affine transform) throws PageRejected {
    List<Node> parts = new ArrayList<>();
    for (Element child = target.firstChild(); child != null; child = child.next()) {
      Node part = canClip(child) ? nodes.node(child, inside) : null;
      if (part != null) {
        parts.add(Matrices.moved(part, transform));
      }
    }
    return UnpaintedShapes.removed(parts);
  }

  /** Shapes and text, directly or by one use; never groups (CSS Masking 1 §6). */
  private boolean canClip(Element child) {
    if (child.tag() == Tag.USE) {
      String href = child.href();
      Element target =
          href == null || !href.startsWith("#")
              ? null
              : document.references().byId(href.substring(1));
      return target != null && isSilhouette(target);
    }
    return isSilhouette(child);
  }

  private static boolean isSilhouette(Element element) {
    return element.tag().shape() != null || element.tag() == Tag.TEXT;
  }
}
