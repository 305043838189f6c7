package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.paint.Strokes;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.ClipPath;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Mask;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a mask of plain shapes into the areas that it lets through alike (CSS Masking 1 §7): a slide
 * has no masks, but each area is a clip with an opacity or a gradient of opacities.
 */
public final class MaskRegions {
  private static final int MOST_SHAPES = 64;
  private static final int MOST_REGIONS = 16;
  private static final int MOST_SEGMENTS = 1_000;

  private final boolean linearRgb;
  private int shapes;

  /**
   * An area that is let through alike.
   *
   * @param clip the area, in EMU
   * @param veil how much is let through: the alpha of one colour, or of a gradient, in EMU
   */
  public record Region(Clip clip, Paint veil) {}

  /** Tells that a mask is more than plain shapes. */
  private static final class Other extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** A part of the mask's content, apart from all others. */
  private record Part(Area area, MaskTone tone) {}

  private MaskRegions(boolean linearRgb) {
    this.linearRgb = linearRgb;
  }

  /** What is let through at all, area by area; empty where that can't be computed. */
  public static Optional<List<Region>> of(Mask mask, Affine toSlide) {
    try {
      List<Region> regions = regions(mask, toSlide);
      return regions.size() > MOST_REGIONS ? Optional.empty() : Optional.of(regions);
    } catch (Other e) {
      return Optional.empty();
    }
  }

  private static List<Region> regions(Mask mask, Affine toSlide) throws Other {
    MaskRegions content = new MaskRegions(mask.linearRgb());
    List<Part> parts = cut(content.drawn(mask.children(), toSlide), region(mask, toSlide));
    if (mask.mask() != null) {
      parts = through(parts, regions(mask.mask(), toSlide));
    }
    List<Region> regions = new ArrayList<>();
    for (Part part : parts) {
      Paint veil = part.tone().veil(mask.kind());
      if (Paints.isVisible(veil) && !part.area().isEmpty()) {
        regions.add(new Region(clip(part.area(), mask, toSlide), veil));
      }
    }
    return regions;
  }

  private static Area region(Mask mask, Affine toSlide) {
    Box box = mask.region();
    Geometry.Rect rect = new Geometry.Rect(box.x(), box.y(), box.width(), box.height(), 0, 0);
    return Outlines.area(Outlines.path(rect, toSlide), Shape.FillRule.NONZERO);
  }

  /** With the form of the mask's one shape, where it is that. */
  private static Clip clip(Area area, Mask mask, Affine toSlide) {
    if (mask.children().size() == 1 && mask.children().getFirst() instanceof Shape shape) {
      Optional<Clip> one = Clip.of(new ClipPath(List.of(shape), null), toSlide);
      if (one.isPresent() && one.get().area().equals(area)) {
        return one.get();
      }
    }
    return Clip.of(area);
  }

  private List<Part> drawn(List<Node> nodes, Affine toSlide) throws Other {
    List<Part> canvas = new ArrayList<>();
    for (Node node : nodes) {
      for (Part part : composited(node, toSlide.times(node.transform()))) {
        canvas = with(part, canvas);
      }
    }
    return canvas;
  }

  private List<Part> composited(Node node, Affine inner) throws Other {
    Compositing how = node.compositing();
    if (how.filter() != null || how.blend() != Compositing.Blend.NORMAL) {
      throw new Other();
    }
    List<Part> parts = parts(node, inner);
    if (how.clip() != null) {
      parts = cut(parts, Clip.of(how.clip(), inner).orElseThrow(Other::new).area());
    }
    if (how.mask() != null) {
      parts = through(parts, regions(how.mask(), inner));
    }
    return parts.stream().map(p -> new Part(p.area(), p.tone().faded(how.opacity()))).toList();
  }

  private List<Part> parts(Node node, Affine inner) throws Other {
    return switch (node) {
      case Group group -> drawn(group.children(), inner);
      case Shape shape -> parts(shape, inner);
      case Picture picture -> throw new Other();
      case Text text -> throw new Other();
    };
  }

  private List<Part> parts(Shape shape, Affine inner) throws Other {
    List<Part> canvas = new ArrayList<>();
    Stroke stroke = shape.stroke();
    if (stroke != null && shape.strokeFirst()) {
      canvas = with(part(outline(shape, stroke, inner), stroke.paint(), inner), canvas);
    }
    if (Paints.isVisible(shape.fill())) {
      Geometry.Path path = Outlines.path(shape.geometry(), inner);
      Area inside = Outlines.area(bounded(path), shape.fillRule());
      canvas = with(part(inside, shape.fill(), inner), canvas);
    }
    if (stroke != null && !shape.strokeFirst()) {
      canvas = with(part(outline(shape, stroke, inner), stroke.paint(), inner), canvas);
    }
    for (Shape.Marker marker : shape.markers()) {
      for (Part part : composited(marker.content(), inner.times(marker.content().transform()))) {
        canvas = with(part, canvas);
      }
    }
    return canvas;
  }

  private static Area outline(Shape shape, Stroke stroke, Affine inner) throws Other {
    if (stroke.nonScaling()) {
      throw new Other();
    }
    bounded(Outlines.path(shape.geometry(), inner));
    return Outlines.area(
        bounded(Strokes.outline(shape.geometry(), stroke, inner, 1)), Shape.FillRule.EVENODD);
  }

  private static Geometry.Path bounded(Geometry.Path path) throws Other {
    if (path.commands().length > MOST_SEGMENTS) {
      throw new Other();
    }
    return path;
  }

  private Part part(Area area, Paint paint, Affine inner) throws Other {
    if (++shapes > MOST_SHAPES) {
      throw new Other();
    }
    MaskTone tone =
        MaskTone.of(Paint.under(paint, inner), linearRgb)
            .orElseGet(() -> new MaskTone(null, List.of(new MaskTone.Sample(0, 0, 0))));
    if (paint instanceof Paint.Pattern) {
      throw new Other();
    }
    return new Part(area, tone);
  }

  /** The parts with another on top: what it covers of each becomes a part of its own. */
  private static List<Part> with(Part top, List<Part> canvas) throws Other {
    List<Part> next = new ArrayList<>();
    Area rest = new Area(top.area());
    for (Part part : canvas) {
      Area covered = new Area(part.area());
      covered.intersect(top.area());
      if (covered.isEmpty()) {
        next.add(part);
        continue;
      }
      rest.subtract(covered);
      Area bare = new Area(part.area());
      bare.subtract(covered);
      put(new Part(bare, part.tone()), next);
      put(new Part(covered, top.tone().over(part.tone()).orElseThrow(Other::new)), next);
    }
    put(new Part(rest, top.tone()), next);
    if (next.size() > MOST_REGIONS) {
      throw new Other();
    }
    return next;
  }

  /** Parts that look alike are one. */
  private static void put(Part part, List<Part> into) {
    if (part.area().isEmpty()) {
      return;
    }
    for (int i = 0; i < into.size(); i++) {
      if (into.get(i).tone().isLike(part.tone())) {
        Area both = new Area(into.get(i).area());
        both.add(part.area());
        into.set(i, new Part(both, part.tone()));
        return;
      }
    }
    into.add(part);
  }

  private static List<Part> cut(List<Part> parts, Area by) {
    List<Part> left = new ArrayList<>();
    for (Part part : parts) {
      Area both = new Area(part.area());
      both.intersect(by);
      put(new Part(both, part.tone()), left);
    }
    return left;
  }

  private static List<Part> through(List<Part> parts, List<Region> veils) throws Other {
    List<Part> left = new ArrayList<>();
    for (Part part : parts) {
      for (Region region : veils) {
        Area both = new Area(part.area());
        both.intersect(region.clip().area());
        put(new Part(both, part.tone().through(region.veil()).orElseThrow(Other::new)), left);
      }
    }
    if (left.size() > MOST_REGIONS) {
      throw new Other();
    }
    return left;
  }
}
