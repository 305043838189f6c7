package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What opens a viewport of its own: nested {@code svg} and, by use, {@code symbol} (SVG 2 §8.2).
 */
final class Viewports {
  private final NodeParser nodes;

  Viewports(NodeParser nodes) {
    this.nodes = nodes;
  }

  /** An {@code svg} inside another. */
  @Nullable Node nested(Element element, Style style, Frame frame) throws PageRejected {
    return open(
        element,
        style,
        frame,
        Geometries.length(element, style, Property.WIDTH, frame.width(), frame.width()),
        Geometries.length(element, style, Property.HEIGHT, frame.height(), frame.height()));
  }

  /** An {@code svg} or {@code symbol} of this size. */
  @Nullable Node open(Element element, Style style, Frame frame, double width, double height)
      throws PageRejected {
    if (!(width > 0 && height > 0)) {
      return null;
    }
    Box port =
        new Box(
            Geometries.length(element, style, Property.X, frame.width(), 0),
            Geometries.length(element, style, Property.Y, frame.height(), 0),
            width,
            height);
    Box viewBox = ViewBox.parse(element.attribute("viewBox"));
    Affine toPort =
        viewBox == null
            ? Affine.translate(port.x(), port.y())
            : AspectRatio.parse(element.attribute("preserveAspectRatio")).transform(viewBox, port);
    Affine transform = nodes.transforms().of(style, frame, () -> null).times(toPort);
    Frame inside =
        frame
            .inside(style, transform)
            .withViewport(
                viewBox == null ? width : viewBox.width(),
                viewBox == null ? height : viewBox.height());
    List<Node> children = nodes.children(element, inside);
    Box window = within(toPort, port);
    if (clips(style) && !holds(window, Bounds.painted(children))) {
      children =
          List.of(
              new Group(Origin.of(element.name()), Affine.IDENTITY, clippedTo(window), children));
    }
    return nodes.group(element, style, frame, transform, children);
  }

  /** Whether what overflows is cut off, which it is unless said otherwise (SVG 2 §3.7). */
  static boolean clips(Style style) {
    return switch (style.get(Property.OVERFLOW, "hidden").toLowerCase(Locale.ROOT)) {
      case "visible", "auto" -> false;
      default -> true;
    };
  }

  /** A box of the viewport's outer space, seen from its inner one. */
  static Box within(Affine toPort, Box port) {
    return new Box(
        (port.x() - toPort.e()) / toPort.a(),
        (port.y() - toPort.f()) / toPort.d(),
        port.width() / toPort.a(),
        port.height() / toPort.d());
  }

  /** Whether a window shows all of what is painted, so that it need not be cut. */
  static boolean holds(Box window, @Nullable Box painted) {
    if (painted == null) {
      return true;
    }
    double slack = 1e-6 * (window.width() + window.height());
    return painted.x() >= window.x() - slack
        && painted.y() >= window.y() - slack
        && painted.x() + painted.width() <= window.x() + window.width() + slack
        && painted.y() + painted.height() <= window.y() + window.height() + slack;
  }

  /** Nothing but a clip to an upright box. */
  static Compositing clippedTo(Box window) {
    Shape silhouette =
        new Shape(
            Origin.of("rect"),
            Affine.IDENTITY,
            Compositing.NONE,
            new Geometry.Rect(window.x(), window.y(), window.width(), window.height(), 0, 0),
            new Paint.Solid(Rgba.BLACK),
            Shape.FillRule.NONZERO,
            null,
            false,
            List.of());
    return new Compositing(
        1, null, new ClipPath(List.of(silhouette), null), null, Compositing.Blend.NORMAL, false);
  }
}
