package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.geometry.Bounds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Filters that change colours and nothing else, computed into the colours of flat paint: a colour
 * of a shape stays a colour of a shape. What has a picture in it keeps its filter.
 */
public final class FlatColors {
  private FlatColors() {}

  /** The node with such a filter gone, or as much of it as comes first. */
  public static Node computed(Node node, Fonts fonts) {
    Filter filter = node.compositing().filter();
    if (filter == null || !isFlat(node) || !reachesAll(filter, node, fonts)) {
      return node;
    }
    int leading = 0;
    double opacity = 1;
    Node recoloured = node;
    for (ColorChange change = ColorChange.of(filter, 0);
        change != null;
        change = ColorChange.of(filter, leading)) {
      recoloured = recoloured(recoloured, change);
      opacity *= change.opacity();
      leading++;
    }
    return leading == 0 ? node : withSteps(recoloured, filter, leading, opacity);
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

  /** Whether all of it, with what is inside, is painted with colours. */
  private static boolean isFlat(Node node) {
    return switch (node) {
      case Picture picture -> false;
      case Text text -> true;
      case Shape shape -> shape.markers().stream().allMatch(marker -> isFlat(marker.content()));
      case Group group ->
          group.children().stream()
              .allMatch(
                  child ->
                      isFlat(child)
                          && child.compositing().filter() == null
                          && child.compositing().blend() == Compositing.Blend.NORMAL);
    };
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
      case Shape s -> shape(s, how, s.fill(), s.stroke(), s.markers());
      case Text t ->
          new Text(t.origin(), t.transform(), how, t.mode(), t.chunks(), t.paintBox(), t.block());
      case Picture picture -> picture;
    };
  }

  private static Shape shape(
      Shape s, Compositing how, Paint fill, @Nullable Stroke stroke, List<Shape.Marker> markers) {
    return new Shape(
        s.origin(),
        s.transform(),
        how,
        s.geometry(),
        fill,
        s.fillRule(),
        stroke,
        s.strokeFirst(),
        markers);
  }

  private static Node recoloured(Node node, ColorChange change) {
    return switch (node) {
      case Group g ->
          new Group(g.origin(), g.transform(), g.compositing(), all(g.children(), change));
      case Shape s ->
          shape(
              s,
              s.compositing(),
              paint(s.fill(), change),
              stroke(s.stroke(), change),
              s.markers().stream().map(marker -> marker(marker, change)).toList());
      case Text t ->
          new Text(
              t.origin(),
              t.transform(),
              t.compositing(),
              t.mode(),
              t.chunks().stream().map(chunk -> chunk(chunk, change)).toList(),
              t.paintBox(),
              t.block());
      case Picture picture -> picture;
    };
  }

  private static List<Node> all(List<Node> nodes, ColorChange change) {
    return nodes.stream().map(node -> recoloured(node, change)).toList();
  }

  private static Shape.Marker marker(Shape.Marker m, ColorChange change) {
    Group content = m.content();
    return new Shape.Marker(
        m.place(),
        m.x(),
        m.y(),
        m.angle(),
        new Group(
            content.origin(),
            content.transform(),
            content.compositing(),
            all(content.children(), change)));
  }

  private static Text.Chunk chunk(Text.Chunk c, ColorChange change) {
    return new Text.Chunk(
        c.x(),
        c.y(),
        c.anchor(),
        c.rightToLeft(),
        c.fits(),
        c.path(),
        c.runs().stream().map(run -> run(run, change)).toList());
  }

  private static Text.Run run(Text.Run r, ColorChange change) {
    Text.Decoration d = r.decoration();
    return new Text.Run(
        r.text(),
        r.font(),
        paint(r.fill(), change),
        stroke(r.stroke(), change),
        r.strokeFirst(),
        r.placement(),
        r.letterSpacing(),
        r.wordSpacing(),
        new Text.Decoration(
            orNull(d.underline(), change),
            orNull(d.overline(), change),
            orNull(d.lineThrough(), change)),
        r.language(),
        r.href());
  }

  private static @Nullable Paint orNull(@Nullable Paint paint, ColorChange change) {
    return paint == null ? null : paint(paint, change);
  }

  private static @Nullable Stroke stroke(@Nullable Stroke s, ColorChange change) {
    return s == null
        ? null
        : new Stroke(
            paint(s.paint(), change),
            s.width(),
            s.cap(),
            s.join(),
            s.miterLimit(),
            s.dashes(),
            s.dashOffset(),
            s.nonScaling());
  }

  private static Paint paint(Paint paint, ColorChange change) {
    return switch (paint) {
      case Paint.None none -> none;
      case Paint.Solid solid -> new Paint.Solid(change.of(solid.color()));
      case Paint.Linear linear -> linear.withStops(stops(linear.stops(), change));
      case Paint.Radial radial -> radial.withStops(stops(radial.stops(), change));
      case Paint.Pattern p ->
          new Paint.Pattern(p.tile(), p.transform(), all(p.children(), change), p.opacity());
    };
  }

  private static List<Paint.Stop> stops(List<Paint.Stop> stops, ColorChange change) {
    return stops.stream()
        .map(stop -> new Paint.Stop(stop.offset(), change.of(stop.color())))
        .toList();
  }
}
