package dev.deckmill.svgpptx.parse.geometry;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code overflow} cuts off at a viewport's border (SVG 2 §3.7). */
public final class ViewportClip {
  private ViewportClip() {}

  /** Whether what overflows is cut off, which it is unless said otherwise. */
  public static boolean isAsked(Style style) {
    return switch (style.get(Property.OVERFLOW, "hidden").toLowerCase(Locale.ROOT)) {
      case "visible", "auto" -> false;
      default -> true;
    };
  }

  /** Whether it cuts off something of these nodes. */
  public static boolean isNeeded(Style style, Box window, List<Node> nodes) {
    return isAsked(style) && cuts(window, nodes);
  }

  /** Whether a window doesn't show all of what nodes paint. */
  public static boolean cuts(Box window, List<Node> nodes) {
    return !holds(window, Bounds.painted(nodes));
  }

  /** A box of the viewport's outer space, seen from its inner one. */
  public static Box window(Affine toPort, Box port) {
    return new Box(
        (port.x() - toPort.e()) / toPort.a(),
        (port.y() - toPort.f()) / toPort.d(),
        port.width() / toPort.a(),
        port.height() / toPort.d());
  }

  private static boolean holds(Box window, @Nullable Box painted) {
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
  public static Compositing to(Box window) {
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
