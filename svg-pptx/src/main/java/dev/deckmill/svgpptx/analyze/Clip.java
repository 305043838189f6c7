package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.awt.geom.Area;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen, as an area on the slide: all clipping paths around a node, intersected.
 *
 * @param area in EMU
 * @param form the same as an editable form, where the clip is one simple shape
 */
record Clip(Area area, @Nullable Form form) {
  private static final int MOST_SEGMENTS = 2_000;

  /** Nothing may be seen. */
  boolean isEmpty() {
    return area.isEmpty();
  }

  Extent extent() {
    var box = area.getBounds2D();
    return new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  /** Whether all of the rectangle may be seen. */
  boolean contains(Extent extent) {
    return area.contains(extent.left(), extent.top(), extent.width(), extent.height());
  }

  boolean misses(Extent extent) {
    return !area.intersects(extent.left(), extent.top(), extent.width(), extent.height());
  }

  boolean isUprightRectangle() {
    return area.isRectangular();
  }

  /** What of a path may be seen, for the even-odd rule. */
  Geometry.Path cut(Geometry.Path evenOdd) {
    Area rest = new Area(Outlines.shape(evenOdd, Shape.FillRule.EVENODD));
    rest.intersect(area);
    return Outlines.path(rest);
  }

  Clip and(@Nullable Clip outer) {
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

  /**
   * The area that a clipping path leaves; empty when it is no area that can be computed, as with
   * text.
   */
  static Optional<Clip> of(ClipPath path, Affine toSlide) {
    if (path.parts().size() == 1
        && path.clip() == null
        && path.parts().get(0) instanceof Shape shape
        && shape.compositing().clip() == null) {
      Affine inner = toSlide.times(shape.transform());
      Geometry.Path outline = Outlines.path(shape.geometry(), inner);
      if (outline.commands().length > MOST_SEGMENTS) {
        return Optional.empty();
      }
      Area area = new Area(Outlines.shape(outline, shape.fillRule()));
      return Optional.of(new Clip(area, Forms.of(shape.geometry(), inner)));
    }
    Area union = new Area();
    if (!add(path.parts(), toSlide, union)) {
      return Optional.empty();
    }
    return within(path.clip(), toSlide, union).map(area -> new Clip(area, null));
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

  /** Adds the silhouettes; false when one of them is none that can be computed. */
  private static boolean add(List<Node> parts, Affine toSlide, Area union) {
    for (Node part : parts) {
      Affine inner = toSlide.times(part.transform());
      Area own = new Area();
      switch (part) {
        case Shape shape -> {
          Geometry.Path outline = Outlines.path(shape.geometry(), inner);
          if (outline.commands().length > MOST_SEGMENTS) {
            return false;
          }
          own.add(new Area(Outlines.shape(outline, shape.fillRule())));
        }
        case Group group -> {
          if (!add(group.children(), inner, own)) {
            return false;
          }
        }
        case Picture picture -> {
          return false;
        }
        case Text text -> {
          return false;
        }
      }
      Optional<Area> clipped = within(part.compositing().clip(), inner, own);
      if (clipped.isEmpty()) {
        return false;
      }
      union.add(clipped.get());
    }
    return true;
  }
}
