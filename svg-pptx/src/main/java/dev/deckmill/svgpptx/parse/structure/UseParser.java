package dev.deckmill.svgpptx.parse.structure;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.ContextPaint;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.GeometryProperties;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.geometry.Bounds;
import dev.deckmill.svgpptx.parse.geometry.Matrices;
import dev.deckmill.svgpptx.parse.paint.PaintServers;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code use} (SVG 2 §5.6): a group with a copy of what it refers to, inheriting from here. */
final class UseParser {
  private static final ContextPaint PLAIN =
      new ContextPaint(property -> new Paint.Solid(Rgba.BLACK), Affine.IDENTITY);

  private final DocumentContext document;
  private final ChildContent nodes;
  private final GroupParser groups;
  private final Viewports viewports;
  private final PaintServers paints;

  UseParser(
      DocumentContext document,
      ChildContent nodes,
      GroupParser groups,
      Viewports viewports,
      PaintServers paints) {
    this.document = document;
    this.nodes = nodes;
    this.groups = groups;
    this.viewports = viewports;
    this.paints = paints;
  }

  @Nullable Node use(Element use, Style style, Frame frame) throws PageRejected {
    String href = use.href();
    if (href == null || href.isEmpty()) {
      return null;
    }
    Element target = document.references().target(use, href);
    if (target == null || !document.references().enter(target, use)) {
      return null;
    }
    double x = GeometryProperties.length(use, style, Property.X, frame.width(), 0);
    double y = GeometryProperties.length(use, style, Property.Y, frame.height(), 0);
    Affine offset = Affine.translate(x, y);
    Affine transform;
    Node copy;
    try {
      Affine own = transform(use, target, style, frame, offset);
      transform = x == 0 && y == 0 ? own : own.times(offset);
      Frame inside = frame.inside(style, transform).asRepeated();
      ContextPaint context = context(use, target, style, frame, inside, offset);
      copy = copy(use, target, style, inside.withContext(context));
    } finally {
      document.references().leave();
    }
    // what is done to the copy as a whole may refer to the same element once more
    return copy == null ? null : groups.group(use, style, frame, transform, List.of(copy));
  }

  private Affine transform(Element use, Element target, Style style, Frame frame, Affine offset)
      throws PageRejected {
    Node measured =
        Transforms.needsBounds(style)
            ? copy(use, target, style, frame.inside(style, Affine.IDENTITY).asRepeated())
            : null;
    return Transforms.of(
        style,
        frame,
        () ->
            measured == null
                ? null
                : Bounds.of(List.of(Matrices.moved(measured, offset)), document.fonts()));
  }

  /** What is painted with context-fill inside is painted as the use element would be. */
  private ContextPaint context(
      Element use, Element target, Style style, Frame frame, Frame inside, Affine offset) {
    return new ContextPaint(
        property -> {
          String value = style.get(property);
          boolean server = value != null && value.regionMatches(true, 0, "url(", 0, 4);
          // measured in a paint of no size, or it would ask for itself
          Node bare = server ? copy(use, target, style, inside.withContext(PLAIN)) : null;
          Box box =
              bare == null
                  ? null
                  : Bounds.of(List.of(Matrices.moved(bare, offset)), document.fonts());
          return paints.paint(use, property, style, frame, () -> box);
        },
        offset);
  }

  private @Nullable Node copy(Element use, Element target, Style useStyle, Frame inside)
      throws PageRejected {
    if (target.tag() != Tag.SYMBOL && target.tag() != Tag.SVG) {
      return nodes.node(target, inside);
    }
    Style style = document.style(target, useStyle);
    if (style.is(Property.DISPLAY, "none")) {
      return null;
    }
    document.budget().instance(inside.depth());
    return viewports.open(
        target,
        style,
        inside,
        size(use, target, style, Property.WIDTH, inside.width()),
        size(use, target, style, Property.HEIGHT, inside.height()));
  }

  /** The use element's size wins over the viewport's own. */
  private static double size(
      Element use, Element target, Style style, Property property, double whole) {
    double own = GeometryProperties.length(target, style, property, whole, whole);
    return LengthParser.parse(use.attribute(property.attributeName()), style.units(), whole, own);
  }
}
