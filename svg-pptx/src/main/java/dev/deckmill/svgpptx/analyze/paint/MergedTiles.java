package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.FillRules;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.geometry.PathBuilder;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of plain colours as few shapes: tiles don't overlap, so that the same part of all of
 * them may be one path. All dots of a dotted area are one shape, which takes one click to recolour.
 */
final class MergedTiles {
  private static final int MOST_SEGMENTS = 20_000;
  private static final int MOST_CUT_SEGMENTS = 4_000;

  private final Box tile;
  private final PatternTiles.Cells cells;
  private final Area area;
  private final Clip window;
  private int segmentsLeft = MOST_SEGMENTS;
  private int cutSegmentsLeft = MOST_CUT_SEGMENTS;

  /**
   * @param area what is painted, in the pattern's space
   */
  MergedTiles(Box tile, PatternTiles.Cells cells, Geometry.Path area, FillRule rule) {
    this.tile = tile;
    this.cells = cells;
    this.area = Outlines.area(area, rule);
    this.window = Clip.of(tile);
  }

  /** One part of a tile. */
  private record Layer(Geometry.Path path, Rgba color) {}

  /** The shapes, back to front; empty where a tile holds more than shapes of one colour each. */
  Optional<List<Node>> of(List<Node> children, Origin origin) {
    List<Layer> layers = new ArrayList<>();
    if (!collect(children, Affine.IDENTITY, window, layers)) {

      return Optional.empty();
    }
    List<Node> sheets = new ArrayList<>();
    for (Layer layer : layers) {
      Geometry.Path all = repeated(layer.path());

      if (all == null) {
        return Optional.empty();
      }
      if (all.commands().length > 0) {
        sheets.add(filled(origin, all, FillRule.EVENODD, layer.color()));
      }
    }
    return Optional.of(sheets);
  }

  static Shape filled(Origin origin, Geometry geometry, FillRule rule, Rgba color) {
    return new Shape(
        origin,
        Affine.IDENTITY,
        Compositing.NONE,
        geometry,
        new Paint.Solid(color),
        rule,
        null,
        false,
        List.of());
  }

  private boolean collect(List<Node> nodes, Affine toTile, Clip outer, List<Layer> into) {
    for (Node node : nodes) {
      Affine inner = toTile.times(node.transform());
      Optional<Clip> clip = clip(node.compositing(), inner, outer);
      boolean taken =
          clip.isPresent()
              && switch (node) {
                case Group group -> collect(group.children(), inner, clip.get(), into);
                case Shape shape -> collect(shape, inner, clip.get(), into);
                case Picture picture -> false;
                case Text text -> false;
              };
      if (!taken) {
        return false;
      }
    }
    return true;
  }

  /** What is seen of a node that is only clipped; empty where more is done to it. */
  private static Optional<Clip> clip(Compositing how, Affine toTile, Clip outer) {
    if (how.equals(Compositing.NONE)) {
      return Optional.of(outer);
    }
    boolean onlyClipped =
        how.clip() != null
            && how.opacity() >= 1
            && how.filter() == null
            && how.mask() == null
            && how.blend() == Compositing.Blend.NORMAL;
    return onlyClipped ? Clip.of(how.clip(), toTile).map(c -> c.and(outer)) : Optional.empty();
  }

  private boolean collect(Shape shape, Affine toTile, Clip clip, List<Layer> into) {
    Stroke stroke = shape.stroke();
    if (!shape.markers().isEmpty() || (stroke != null && stroke.nonScaling())) {
      return false;
    }
    int at = into.size();
    Geometry.Path path = Outlines.path(shape.geometry(), toTile);
    if (!add(
        shape.fill(), FillRules.evenOdd(path, shape.fillRule()).orElse(path), clip, at, into)) {
      return false;
    }
    if (stroke == null) {
      return true;
    }
    Geometry.Path outline = Strokes.outline(shape.geometry(), stroke, toTile, 1);
    return add(stroke.paint(), outline, clip, shape.strokeFirst() ? at : into.size(), into);
  }

  private static boolean add(Paint paint, Geometry.Path path, Clip clip, int at, List<Layer> into) {
    return switch (paint) {
      case Paint.None none -> true;
      case Paint.Solid solid -> {
        Geometry.Path seen = clip.contains(Extent.of(path)) ? path : clip.cut(path);
        if (solid.color().alpha() > 0 && seen.commands().length > 2) {
          into.add(at, new Layer(seen, solid.color()));
        }
        yield path.commands().length <= MOST_CUT_SEGMENTS;
      }
      case Paint.Linear linear -> false;
      case Paint.Radial radial -> false;
      case Paint.Pattern pattern -> false;
    };
  }

  /** In all tiles, as far as it is in the area; null where that would take too long. */
  private Geometry.@Nullable Path repeated(Geometry.Path path) {
    PathBuilder all = new PathBuilder(64);
    Extent extent = Extent.of(path);
    for (long row = cells.top(); row < cells.bottom(); row++) {
      for (long column = cells.left(); column < cells.right(); column++) {
        Affine there = Affine.translate(column * tile.width(), row * tile.height());
        Extent box = extent.under(there);
        if (!area.intersects(box.left(), box.top(), box.width(), box.height())) {
          continue;
        }
        Geometry.Path moved = PathBuilder.transformed(path, there);
        if (!area.contains(box.left(), box.top(), box.width(), box.height())) {
          cutSegmentsLeft -= moved.commands().length;
          Area cut = Outlines.area(moved, FillRule.EVENODD);
          cut.intersect(area);
          moved = Outlines.path(cut);
        }
        segmentsLeft -= moved.commands().length;
        if (segmentsLeft < 0 || cutSegmentsLeft < 0) {
          return null;
        }
        all.append(moved);
      }
    }
    return all.path();
  }
}
