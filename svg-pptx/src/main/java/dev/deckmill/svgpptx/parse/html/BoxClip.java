package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import dev.deckmill.svgpptx.parse.box.Edges;
import dev.deckmill.svgpptx.parse.geometry.ViewportClip;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts off what stands out of a box, thing by thing: what fits stays as it is. Text may stand out a
 * little, for fonts differ.
 */
final class BoxClip {
  private static final double TOLERANCE = 2;

  /** How far into a round corner something square may stand without being seen to. */
  private static final double OF_CORNER = 0.3;

  private BoxClip() {}

  /** At the padding box of an element. */
  static List<Node> cut(BoxStyle style, Box place, List<Node> nodes) {
    Edges border = style.border();
    Corners corners = Corners.of(style, place);
    Box inner =
        new Box(
            place.x() + border.left(),
            place.y() + border.top(),
            Math.max(0, place.width() - border.across()),
            Math.max(0, place.height() - border.down()));
    return cut(corners.inside(border).outline(inner), inner, corners.largest(), nodes, place);
  }

  /** At a box without corners. */
  static List<Node> cut(Box window, List<Node> nodes) {
    Geometry.Rect rect =
        new Geometry.Rect(window.x(), window.y(), window.width(), window.height(), 0, 0);
    return cut(rect, window, 0, nodes, null);
  }

  /** A picture with the round corners of its box. */
  static List<Node> rounded(BoxStyle style, Box place, Node node) {
    Corners corners = Corners.of(style, place);
    return corners.largest() == 0 ? List.of(node) : List.of(clipped(corners.outline(place), node));
  }

  private static List<Node> cut(
      Geometry window,
      Box box,
      double radius,
      List<Node> nodes,
      @org.jspecify.annotations.Nullable Box own) {
    Box least = grown(box, -radius * OF_CORNER);
    List<Node> out = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      boolean cuts =
          holdsText(node)
              ? ViewportClip.cuts(grown(box, TOLERANCE), List.of(node))
              : ViewportClip.cuts(least, List.of(node)) && !isBackground(node, own);
      out.add(cuts ? clipped(window, node) : node);
    }
    return out;
  }

  /** The element's own background has its corners already. */
  private static boolean isBackground(Node node, @org.jspecify.annotations.Nullable Box own) {
    return own != null
        && node instanceof Shape shape
        && shape.origin().label() == null
        && shape.geometry() instanceof Geometry.Rect rect
        && Math.abs(rect.x() - own.x()) < own.width() / 4
        && rect.rx() > 0
        && Math.abs(rect.width() - own.width()) < TOLERANCE * 4
        && Math.abs(rect.height() - own.height()) < TOLERANCE * 4;
  }

  private static Box grown(Box box, double by) {
    return new Box(
        box.x() - by,
        box.y() - by,
        Math.max(0, box.width() + 2 * by),
        Math.max(0, box.height() + 2 * by));
  }

  private static boolean holdsText(Node node) {
    return switch (node) {
      case Text text -> true;
      case Group group -> group.children().stream().anyMatch(BoxClip::holdsText);
      case Shape shape -> false;
      case Picture picture -> false;
    };
  }

  /** One thing, cut at an outline. */
  static Node clipped(Geometry window, Node node) {
    Shape silhouette =
        new Shape(
            Origin.of("rect"),
            Affine.IDENTITY,
            Compositing.NONE,
            window,
            new Paint.Solid(Rgba.BLACK),
            Shape.FillRule.NONZERO,
            null,
            false,
            List.of());
    Compositing clip =
        new Compositing(
            1,
            null,
            new ClipPath(List.of(silhouette), null),
            null,
            Compositing.Blend.NORMAL,
            false);
    return new Group(Origin.of("div"), Affine.IDENTITY, clip, List.of(node));
  }
}
