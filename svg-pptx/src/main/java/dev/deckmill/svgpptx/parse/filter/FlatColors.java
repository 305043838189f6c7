package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.geometry.Bounds;
import java.util.List;

/**
 * Filters that change colours and nothing else, computed into the colours of flat paint: a colour
 * of a shape stays a colour of a shape. What has a picture in it keeps its filter.
 */
public final class FlatColors {
  private FlatColors() {}

  /** The node with such a filter gone, or as much of it as comes first. */
  public static Node computed(Node node, Fonts fonts) {
    Filter filter = node.compositing().filter();
    if (filter == null || !new Flatness().isFlat(node) || !reachesAll(filter, node, fonts)) {
      return node;
    }
    ColorChange change = ColorChange.leading(filter, () -> Flatness.isOpaque(node));
    return change == null
        ? node
        : withSteps(
            new Recoloured(change).recoloured(node), filter, change.steps(), change.opacity());
  }

  /** Whether nothing is cut off by the filter's region. */
  private static boolean reachesAll(Filter filter, Node node, Fonts fonts) {
    Box box = Bounds.of(List.of(node.withTransform(Affine.IDENTITY)), fonts);
    Box region = filter.region();
    return box != null
        && region.x() <= box.x()
        && region.y() <= box.y()
        && region.x() + region.width() >= box.x() + box.width()
        && region.y() + region.height() >= box.y() + box.height();
  }

  /** The opacity comes after the other steps; a shadow is faded with what throws it. */
  private static Node withSteps(Node node, Filter filter, int from, double opacity) {
    List<Filter.Step> rest = filter.steps().subList(from, filter.steps().size());
    Compositing old = node.compositing();
    Filter left = rest.isEmpty() ? null : new Filter(filter.region(), rest);
    Compositing how =
        new Compositing(
            old.opacity() * opacity, left, old.clip(), old.mask(), old.blend(), old.isolated());
    return with(node, how.equals(Compositing.NONE) ? Compositing.NONE : how);
  }

  private static Node with(Node node, Compositing how) {
    return switch (node) {
      case Group g -> new Group(g.origin(), g.transform(), how, g.children());
      case Shape s ->
          new Shape(
              s.origin(),
              s.transform(),
              how,
              s.geometry(),
              s.fill(),
              s.fillRule(),
              s.stroke(),
              s.strokeFirst(),
              s.markers());
      case Text t ->
          new Text(t.origin(), t.transform(), how, t.mode(), t.chunks(), t.paintBox(), t.block());
      case Picture picture -> picture;
    };
  }
}
