package dev.deckmill.svgpptx.parse.compositing;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Mask;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.References;
import dev.deckmill.svgpptx.parse.document.UnpaintedShapes;
import dev.deckmill.svgpptx.parse.filter.Regions;
import dev.deckmill.svgpptx.parse.geometry.Matrices;
import dev.deckmill.svgpptx.parse.paint.CssGradients;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code mask} (CSS Masking 1 §7). */
final class MaskParser {
  private final DocumentContext document;
  private final ChildContent nodes;

  MaskParser(DocumentContext document, ChildContent nodes) {
    this.document = document;
    this.nodes = nodes;
  }

  /** The mask of an element in its user space; null: not masked. */
  @Nullable Mask mask(
      Element element, String value, Style style, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    String id = References.idOfUrl(value);
    if (id == null) {
      return value.equalsIgnoreCase("none") ? null : ofGradient(element, value, style, bounds);
    }
    Element target = document.references().byId(id);
    if (target == null || target.tag() != Tag.MASK) {
      document.references().missing(element);
      return null;
    }
    if (!document.references().enter(target, element)) {
      return null;
    }
    try {
      return mask(target, frame, bounds);
    } finally {
      document.references().leave();
    }
  }

  /** An image as a mask, of which gradients are known (CSS Masking 1 §7.1): its alpha counts. */
  private @Nullable Mask ofGradient(
      Element element, String image, Style style, Supplier<@Nullable Box> bounds) {
    Box box = bounds.get();
    Paint paint = box == null ? null : CssGradients.parse(image, style, box.width(), box.height());
    if (box == null || paint == null) {
      document
          .findings()
          .warn(
              Code.UNSUPPORTED_DROPPED,
              element,
              "Drawn without its mask, which is no mask element and no single gradient.");
      return null;
    }
    Shape shape =
        new Shape(
            Origin.of("mask"),
            Affine.translate(box.x(), box.y()),
            Compositing.NONE,
            new Geometry.Rect(0, 0, box.width(), box.height(), 0, 0),
            paint,
            Shape.FillRule.NONZERO,
            null,
            false,
            List.of());
    return new Mask(box, Mask.Kind.ALPHA, false, List.of(shape), null);
  }

  private Mask mask(Element target, Frame frame, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    Style style = document.styleInDocument(target);
    boolean userSpace = "userSpaceOnUse".equals(target.attribute("maskUnits"));
    boolean contentInBox = "objectBoundingBox".equals(target.attribute("maskContentUnits"));
    Box box = userSpace && !contentInBox ? null : bounds.get();
    Box region = Regions.of(target, style, frame, userSpace, box);
    boolean nothing = region == null || (contentInBox && box == null);
    List<Node> children =
        nothing ? List.of() : content(target, style, frame, contentInBox ? box : null);
    String own = style.get(Property.MASK);
    return new Mask(
        region == null ? new Box(0, 0, 0, 0) : region,
        style.is(Property.MASK_TYPE, "alpha") ? Mask.Kind.ALPHA : Mask.Kind.LUMINANCE,
        style.is(Property.COLOR_INTERPOLATION, "linearRGB"),
        children,
        own == null ? null : mask(target, own, style, frame, bounds));
  }

  private List<Node> content(Element target, Style style, Frame frame, @Nullable Box box)
      throws PageRejected {
    Frame inside = frame.ofReferenced(style, Frame.Mode.PAINT);
    List<Node> children = UnpaintedShapes.removed(nodes.children(target, inside));
    return box == null || children.isEmpty()
        ? children
        : List.of(group(Matrices.ofBox(box), children));
  }

  private static Group group(Affine transform, List<Node> children) {
    return new Group(Origin.of("mask"), transform, Compositing.NONE, children);
  }
}
