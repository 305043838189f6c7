package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Crossings;
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
import java.util.function.LongConsumer;

/**
 * Cuts a mask of plain shapes into the areas that it lets through alike (CSS Masking 1 §7): a slide
 * has no masks, but each area is a clip with an opacity or a gradient of opacities.
 */
public final class MaskRegions {
  private static final int MOST_SHAPES = 64;
  private static final int MOST_REGIONS = 16;
  private static final int MOST_SEGMENTS = 1_000;

  /** How many segments of outlines the areas of one mask may meet. */
  private static final int MOST_MET = 20_000;

  private final boolean linearRgb;
  private final Work work;

  /** What has been done so far: for a mask, its own mask and those in it together. */
  private static final class Work {
    private int shapes;
    private long met;

    private void meet(int segments) throws Other {
      met += segments;
      if (met > MOST_MET) {
        throw new Other();
      }
    }
  }

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

  /**
   * A part of the mask's content, apart from all others.
   *
   * @param segments of the outlines that it was made of
   */
  private record Part(Area area, MaskTone tone, int segments) {}

  private MaskRegions(boolean linearRgb, Work work) {
    this.linearRgb = linearRgb;
    this.work = work;
  }

  /**
   * What is let through at all, area by area; empty where that can't be computed.
   *
   * @param spent is told how many segments of outlines were met
   */
  public static Optional<List<Region>> of(Mask mask, Affine toSlide, LongConsumer spent) {
    Work work = new Work();
    try {
      List<Region> regions = regions(mask, toSlide, work);
      return regions.size() > MOST_REGIONS ? Optional.empty() : Optional.of(regions);
    } catch (Other e) {
      return Optional.empty();
    } finally {
      spent.accept(work.met);
    }
  }

  private static List<Region> regions(Mask mask, Affine toSlide, Work work) throws Other {
    MaskRegions content = new MaskRegions(mask.linearRgb(), work);
    List<Part> parts = cut(content.drawn(mask.children(), toSlide), region(mask, toSlide));
    if (mask.mask() != null) {
      parts = content.through(parts, regions(mask.mask(), toSlide, work));
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
      parts = through(parts, regions(how.mask(), inner, work));
    }
    return parts.stream()
        .map(p -> new Part(p.area(), p.tone().faded(how.opacity()), p.segments()))
        .toList();
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
      canvas = with(outlined(shape, stroke, inner), canvas);
    }
    if (Paints.isVisible(shape.fill())) {
      Geometry.Path path = Outlines.path(shape.geometry(), inner);
      Area inside = area(path, shape.fillRule());
      canvas = with(part(inside, path, shape.fill(), inner), canvas);
    }
    if (stroke != null && !shape.strokeFirst()) {
      canvas = with(outlined(shape, stroke, inner), canvas);
    }
    for (Shape.Marker marker : shape.markers()) {
      for (Part part : composited(marker.content(), inner.times(marker.content().transform()))) {
        canvas = with(part, canvas);
      }
    }
    return canvas;
  }

  private Part outlined(Shape shape, Stroke stroke, Affine inner) throws Other {
    if (stroke.nonScaling()) {
      throw new Other();
    }
    bounded(Outlines.path(shape.geometry(), inner));
    Geometry.Path outline = Strokes.outline(shape.geometry(), stroke, inner, 1);
    return part(area(outline, Shape.FillRule.EVENODD), outline, stroke.paint(), inner);
  }

  /** A path that runs over itself many times has many times its pieces. */
  private Area area(Geometry.Path path, Shape.FillRule rule) throws Other {
    bounded(path);
    work.meet(path.commands().length);
    work.meet(Crossings.possible(path, MOST_MET));
    return Outlines.area(path, rule);
  }

  private static void bounded(Geometry.Path path) throws Other {
    if (path.commands().length > MOST_SEGMENTS) {
      throw new Other();
    }
  }

  private Part part(Area area, Geometry.Path path, Paint paint, Affine inner) throws Other {
    if (++work.shapes > MOST_SHAPES || paint instanceof Paint.Pattern) {
      throw new Other();
    }
    MaskTone tone = MaskTone.of(Paint.under(paint, inner), linearRgb).orElse(MaskTone.TRANSPARENT);
    return new Part(area, tone, path.commands().length);
  }

  /** The parts with another on top: what it covers of each becomes a part of its own. */
  private List<Part> with(Part top, List<Part> canvas) throws Other {
    List<Part> next = new ArrayList<>();
    Area rest = new Area(top.area());
    int met = top.segments();
    for (Part part : canvas) {
      met += part.segments();
      work.meet(top.segments() + part.segments());
      Area covered = new Area(part.area());
      covered.intersect(top.area());
      if (covered.isEmpty()) {
        next.add(part);
        continue;
      }
      rest.subtract(covered);
      Area bare = new Area(part.area());
      bare.subtract(covered);
      put(new Part(bare, part.tone(), met), next);
      put(new Part(covered, top.tone().over(part.tone()).orElseThrow(Other::new), met), next);
    }
    put(new Part(rest, top.tone(), met), next);
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
        into.set(i, new Part(both, part.tone(), part.segments() + into.get(i).segments()));
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
      put(new Part(both, part.tone(), part.segments()), left);
    }
    return left;
  }

  private List<Part> through(List<Part> parts, List<Region> veils) throws Other {
    List<Part> left = new ArrayList<>();
    for (Part part : parts) {
      for (Region region : veils) {
        work.meet(2 * part.segments());
        Area both = new Area(part.area());
        both.intersect(region.clip().area());
        MaskTone tone = part.tone().through(region.veil()).orElseThrow(Other::new);
        put(new Part(both, tone, part.segments()), left);
      }
    }
    if (left.size() > MOST_REGIONS) {
      throw new Other();
    }
    return left;
  }
}
