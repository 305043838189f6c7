package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen, as an area on the slide: all clipping paths around a node, intersected.
 *
 * @param area in EMU; where a clip is made for a pattern's tile alone, in user units of that tile
 * @param form the same as an editable form, where the clip is one simple shape
 */
public record Clip(Area area, @Nullable Form form) {
  private static final int MOST_SEGMENTS = 2_000;

  /** Nothing may be seen. */
  public boolean isEmpty() {
    return area.isEmpty();
  }

  public Extent extent() {
    var box = area.getBounds2D();
    return new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  /** Whether all of the rectangle may be seen. */
  public boolean contains(Extent extent) {
    return area.contains(extent.left(), extent.top(), extent.width(), extent.height());
  }

  public boolean misses(Extent extent) {
    return !area.intersects(extent.left(), extent.top(), extent.width(), extent.height());
  }

  /** How much of a rectangle may be seen, from 0 to 1. */
  public double share(Extent extent) {
    double whole = extent.width() * extent.height();
    if (extent.isEmpty() || !(whole > 0)) {
      return 0;
    }
    Area seen =
        new Area(
            new Rectangle2D.Double(extent.left(), extent.top(), extent.width(), extent.height()));
    seen.intersect(area);
    return Math.clamp(FlatArea.of(seen, extent.height() / 100) / whole, 0, 1);
  }

  public boolean isUprightRectangle() {
    return area.isRectangular();
  }

  /** What of a path may be seen, for the even-odd rule. */
  public Geometry.Path cut(Geometry.Path evenOdd) {
    Area rest = Outlines.area(evenOdd, Shape.FillRule.EVENODD);
    rest.intersect(area);
    return Outlines.path(rest);
  }

  public Clip and(@Nullable Clip outer) {
    if (outer == null) {
      return this;
    }
    if (outer.area.isRectangular() && outer.extent().contains(extent())) {
      return this;
    }
    Area both = new Area(area);
    both.intersect(outer.area);
    return new Clip(both, null);
  }

  /** An area that is no shape of the page. */
  public static Clip of(Area area) {
    Rectangle2D box = area.getBounds2D();
    return new Clip(
        area,
        area.isRectangular()
            ? new Form.Rect(new Place(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 0))
            : null);
  }

  /** A rectangle in user units, for what is planned in these. */
  public static Clip of(Box box) {
    return new Clip(
        new Area(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height())),
        new Form.Rect(new Place(box.x(), box.y(), box.width(), box.height(), 0)));
  }

  /**
   * The area that a clipping path leaves; empty when it is no area that can be computed, as with
   * text.
   */
  public static Optional<Clip> of(ClipPath path, Affine toSlide) {
    Optional<Area> area =
        union(path.parts(), toSlide).flatMap(u -> within(path.clip(), toSlide, u));
    return area.map(a -> new Clip(a, onlyForm(path, toSlide)));
  }

  /** The form of a clipping path that is one shape. */
  private static @Nullable Form onlyForm(ClipPath path, Affine toSlide) {
    return path.parts().size() == 1
            && path.clip() == null
            && path.parts().get(0) instanceof Shape shape
            && shape.compositing().clip() == null
        ? Forms.filled(shape.geometry(), shape.fillRule(), toSlide.times(shape.transform()))
        : null;
  }

  private static Optional<Area> within(@Nullable ClipPath path, Affine toSlide, Area area) {
    if (path == null) {
      return Optional.of(area);
    }
    return of(path, toSlide)
        .map(
            clip -> {
              area.intersect(clip.area);
              return area;
            });
  }

  /** All silhouettes together; empty when one of them is none that can be computed. */
  private static Optional<Area> union(List<Node> parts, Affine toSlide) {
    Area union = new Area();
    for (Node part : parts) {
      Affine inner = toSlide.times(part.transform());
      Optional<Area> own =
          silhouette(part, inner).flatMap(s -> within(part.compositing().clip(), inner, s));
      if (own.isEmpty()) {
        return Optional.empty();
      }
      union.add(own.get());
    }
    return Optional.of(union);
  }

  private static Optional<Area> silhouette(Node part, Affine toSlide) {
    return switch (part) {
      case Shape shape -> {
        Geometry.Path outline = Outlines.path(shape.geometry(), toSlide);
        yield outline.commands().length > MOST_SEGMENTS
            ? Optional.empty()
            : Optional.of(Outlines.area(outline, shape.fillRule()));
      }
      case Group group -> union(group.children(), toSlide);
      case Picture picture -> Optional.empty();
      case Text text -> Optional.empty();
    };
  }
}
