package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.PathBuilder;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays out a pattern tile by tile (SVG 2 §14.3): a slide has no fill of shapes, but shapes cut by
 * the filled area are the same and stay editable.
 */
public final class PatternTiles {
  private static final int MOST_LEAVES = 400;
  private static final long MOST_CELLS = 20_000;

  /** How many tiles of a pattern within a pattern are to be expected. */
  private static final int USUAL_TILES = 20;

  private static final double HAIR = 1e-6;

  private final Paint.Pattern pattern;
  private final Origin origin;
  private final Extent drawn;

  /**
   * @param origin of the painted shape
   * @param drawn how far the pattern's children reach, in the pattern's own space
   */
  public PatternTiles(Paint.Pattern pattern, Origin origin, Extent drawn) {
    this.pattern = pattern;
    this.origin = origin;
    this.drawn = drawn;
  }

  /** The tiles that an area touches, counted from the pattern's own. */
  record Cells(long left, long top, long right, long bottom) {
    double count() {
      return (double) (right - left) * (bottom - top);
    }
  }

  /**
   * The tiles over an area; empty where they would be too many, or hold what can't be cut.
   *
   * @param area in the painted shape's user space
   * @param opacity of the whole
   */
  public Optional<Group> over(Geometry.Path area, Shape.FillRule rule, double opacity) {
    Box tile = pattern.tile();
    if (Math.abs(pattern.transform().determinant()) < 1e-12 || tile.width() * tile.height() <= 0) {
      return Optional.empty();
    }
    Geometry.Path inTiles = PathBuilder.transformed(area, pattern.transform().inverse());
    Cells cells = cells(Extent.of(inTiles), tile);
    if (cells.count() > MOST_CELLS) {
      return Optional.empty();
    }
    double all = pattern.opacity() * opacity;
    Optional<List<Node>> sheets =
        new MergedTiles(tile, cells, inTiles, rule).of(pattern.children(), origin);
    if (sheets.isPresent()) {
      return Optional.of(
          new Group(
              Origin.of("pattern"), pattern.transform(), Compositing.opacity(all), sheets.get()));
    }
    int leaves = leaves(pattern.children());
    if (leaves < 0 || cells.count() * leaves > MOST_LEAVES) {
      return Optional.empty();
    }
    Compositing cut = cutTo(inTiles, rule, all);
    return Optional.of(new Group(origin, pattern.transform(), cut, repeated(cells)));
  }

  private static Cells cells(Extent extent, Box tile) {
    return new Cells(
        (long) Math.floor((extent.left() - tile.x()) / tile.width() + HAIR),
        (long) Math.floor((extent.top() - tile.y()) / tile.height() + HAIR),
        (long) Math.ceil((extent.right() - tile.x()) / tile.width() - HAIR),
        (long) Math.ceil((extent.bottom() - tile.y()) / tile.height() - HAIR));
  }

  private List<Node> repeated(Cells cells) {
    Box tile = pattern.tile();
    Compositing window = window();
    List<Node> groups = new ArrayList<>();
    for (long row = cells.top(); row < cells.bottom(); row++) {
      for (long column = cells.left(); column < cells.right(); column++) {
        Affine there = Affine.translate(column * tile.width(), row * tile.height());
        groups.add(new Group(Origin.of("pattern"), there, window, pattern.children()));
      }
    }
    return groups;
  }

  /** A tile shows nothing beyond its edges; most draw nothing there. */
  private Compositing window() {
    Box tile = pattern.tile();
    if (drawn.isEmpty() || Extent.of(tile).grown(HAIR).contains(drawn)) {
      return Compositing.NONE;
    }
    Geometry.Rect edges = new Geometry.Rect(tile.x(), tile.y(), tile.width(), tile.height(), 0, 0);
    return cutTo(edges, Shape.FillRule.NONZERO, 1);
  }

  private static Compositing cutTo(Geometry area, Shape.FillRule rule, double opacity) {
    Shape silhouette = MergedTiles.filled(Origin.of("clipPath"), area, rule, Rgba.BLACK);
    ClipPath clip = new ClipPath(List.of(silhouette), null);
    return new Compositing(opacity, null, clip, null, Compositing.Blend.NORMAL, false);
  }

  private static int leaves(Shape shape) {
    int inside =
        shape.fill() instanceof Paint.Pattern inner ? leaves(inner.children()) * USUAL_TILES : 0;
    return inside < 0 ? inside : inside + 1 + shape.markers().size();
  }

  /** How many things a tile draws; below 0 where one of them can't be cut by an area. */
  private static int leaves(List<Node> nodes) {
    int leaves = 0;
    for (Node node : nodes) {
      Compositing how = node.compositing();
      if (how.filter() != null || how.mask() != null) {
        return -1;
      }
      int inside =
          switch (node) {
            case Group group -> leaves(group.children());
            case Shape shape -> leaves(shape);
            case Picture picture -> -1;
            case Text text -> -1;
          };
      if (inside < 0) {
        return -1;
      }
      leaves += inside;
    }
    return leaves;
  }
}
