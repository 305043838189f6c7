package dev.deckmill.svgpptx.parse.structure;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.GeometryProperties;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.geometry.AspectRatio;
import dev.deckmill.svgpptx.parse.geometry.ViewBox;
import dev.deckmill.svgpptx.parse.geometry.ViewportClip;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What opens a viewport of its own: nested {@code svg} and, by use, {@code symbol} (SVG 2 §8.2).
 */
final class Viewports {
  private final ChildContent nodes;
  private final GroupParser groups;

  Viewports(ChildContent nodes, GroupParser groups) {
    this.nodes = nodes;
    this.groups = groups;
  }

  /** An {@code svg} inside another. */
  @Nullable Node nested(Element element, Style style, Frame frame) throws PageRejected {
    return open(
        element,
        style,
        frame,
        GeometryProperties.length(element, style, Property.WIDTH, frame.width(), frame.width()),
        GeometryProperties.length(element, style, Property.HEIGHT, frame.height(), frame.height()));
  }

  /** An {@code svg} that stands in HTML, which says how large it is. */
  @Nullable Node inHtml(Element element, Style style, Frame frame, double width, double height)
      throws PageRejected {
    return open(element, style, frame.withViewport(width, height), width, height);
  }

  /** An {@code svg} or {@code symbol} of this size. */
  @Nullable Node open(Element element, Style style, Frame frame, double width, double height)
      throws PageRejected {
    if (!(width > 0 && height > 0)) {
      return null;
    }
    Box port = GeometryProperties.box(element, style, frame, width, height);
    Box viewBox = ViewBox.parse(element.attribute("viewBox"));
    Affine toPort =
        viewBox == null
            ? Affine.translate(port.x(), port.y())
            : AspectRatio.parse(element.attribute("preserveAspectRatio")).transform(viewBox, port);
    Affine transform = Transforms.of(style, frame, () -> null).times(toPort);
    Box inner = viewBox == null ? port : viewBox;
    Frame inside = frame.inside(style, transform).withViewport(inner.width(), inner.height());
    Box window = ViewportClip.window(toPort, port);
    List<Node> children = clipped(element, style, window, nodes.children(element, inside));
    return groups.group(element, style, frame, transform, children);
  }

  private static List<Node> clipped(Element element, Style style, Box window, List<Node> children) {
    return ViewportClip.isNeeded(style, window, children)
        ? List.of(
            new Group(
                Origin.of(element.name()), Affine.IDENTITY, ViewportClip.to(window), children))
        : children;
  }
}
