package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans shapes: which form, which fill, line or outline, and what is left of them by a clip. */
final class ShapePlanner {
  /** A line thinner than this hides what happens between it and the fill below it. */
  private static final double THIN_EMU = 19_050;

  private final Sheet sheet;
  private final NodePlanner nodes;

  ShapePlanner(Sheet sheet, NodePlanner nodes) {
    this.sheet = sheet;
    this.nodes = nodes;
  }

  /**
   * @param where with the shape's own opacity and effects
   * @param outer without them
   */
  List<Item> plan(Shape shape, Where where, Where outer) {
    Affine toSlide = where.toSlide().times(shape.transform());
    Origin origin = sheet.safe(shape.origin());
    Paint fill = Paints.isVisible(shape.fill()) ? shape.fill() : new Paint.None();
    Stroke stroke =
        shape.stroke() != null
                && Paints.isVisible(shape.stroke().paint())
                && Strokes.draws(shape.stroke())
            ? shape.stroke()
            : null;
    Optional<Cause> trouble = trouble(fill).or(() -> trouble(stroke));
    if (trouble.isPresent() && sheet.policy().on(trouble.get()) == Rendition.RASTER) {
      return nodes.raster(shape, outer, trouble.get());
    }
    List<Item> items = new ArrayList<>();
    Decision decision = decision(shape, fill, stroke, trouble, toSlide);
    if (!(fill instanceof Paint.None) || stroke != null) {
      items.addAll(figures(shape, origin, decision, fill, stroke, toSlide, where));
    }
    for (Shape.Marker marker : shape.markers()) {
      items.addAll(nodes.plan(marker.content(), where.inside(shape.transform())));
    }
    return items.size() > 1 ? List.of(new Item.Together(Sheet.unlinked(origin), items)) : items;
  }

  private static Optional<Cause> trouble(Paint paint) {
    return switch (paint) {
      case Paint.None none -> Optional.empty();
      case Paint.Solid solid -> Optional.empty();
      case Paint.Linear linear -> Optional.empty();
      case Paint.Radial radial ->
          Gradients.isEllipse(radial) ? Optional.empty() : Optional.of(Cause.GRADIENT_FOCUS);
      case Paint.Pattern pattern -> Optional.of(Cause.PATTERN);
    };
  }

  private static Optional<Cause> trouble(@Nullable Stroke stroke) {
    return stroke == null ? Optional.empty() : trouble(stroke.paint());
  }

  private Decision decision(
      Shape shape, Paint fill, @Nullable Stroke stroke, Optional<Cause> trouble, Affine toSlide) {
    if (trouble.isPresent()) {
      return sheet.approximate(shape.origin(), trouble.get(), Finding.Severity.INFO);
    }
    boolean faded = shape.compositing().opacity() < 1;
    if (faded
        && stroke != null
        && !(fill instanceof Paint.None)
        && stroke.width() * Similarity.scale(toSlide) > THIN_EMU) {
      return sheet.approximate(
          shape.origin(), Cause.STROKE_AND_FILL_OPACITY, Finding.Severity.INFO);
    }
    return Decision.natively(shape.origin());
  }

  private List<Item> figures(
      Shape shape,
      Origin origin,
      Decision decision,
      Paint fill,
      @Nullable Stroke stroke,
      Affine toSlide,
      Where where) {
    Item.Ink ink = new Item.Ink(plain(Paints.faded(fill, where.opacity())), toSlide);
    Form form = form(shape, toSlide);
    boolean uncut =
        where.clip() == null || where.clip().contains(extent(shape.geometry(), stroke, toSlide));
    boolean asLine =
        stroke == null
            || (uncut && Strokes.isLine(stroke, toSlide) && stroke.paint() instanceof Paint.Solid);
    List<Bands.Band> bands = bands(form, ink, where);
    if (bands.isEmpty() && asLine && !(stroke != null && shape.strokeFirst()) && uncut) {
      Item.Line line = stroke == null ? null : line(stroke, toSlide, where);
      return List.of(new Item.Figure(origin, decision, form, ink, line, where.glares()));
    }
    List<Item> parts = new ArrayList<>();
    for (Bands.Band band : bands.isEmpty() ? List.of(new Bands.Band(form, ink)) : bands) {
      if (!(fill instanceof Paint.None)) {
        filled(band.form(), where.clip())
            .map(f -> new Item.Figure(origin, decision, f, band.ink(), null, where.glares()))
            .ifPresent(parts::add);
      }
    }
    if (stroke != null) {
      int at = shape.strokeFirst() ? 0 : parts.size();
      stroked(shape, origin, decision, stroke, asLine, toSlide, where)
          .ifPresent(f -> parts.add(at, f));
    }
    return parts;
  }

  /** Pieces of two colours each, where the deck is for a program that knows no more. */
  private List<Bands.Band> bands(Form form, Item.Ink ink, Where where) {
    return sheet.policy().cutsGradients() && where.glares().isEmpty()
        ? Bands.of(form, ink).orElse(List.of())
        : List.of();
  }

  /** A gradient of one colour, or one that can't be drawn, is that colour. */
  private static Paint plain(Paint paint) {
    return Gradients.onlyColor(paint).<Paint>map(Paint.Solid::new).orElse(paint);
  }

  private static Form form(Shape shape, Affine toSlide) {
    Form form = Forms.of(shape.geometry(), toSlide);
    if (form instanceof Form.Free free && !(shape.fill() instanceof Paint.None)) {
      Geometry.Path path = free.inside();
      return FillRules.evenOdd(path, shape.fillRule())
          .map(inside -> new Form.Free(inside, shape.stroke() == null ? null : path))
          .orElse(free);
    }
    return form;
  }

  private Extent extent(Geometry geometry, @Nullable Stroke stroke, Affine toSlide) {
    Extent extent = Extent.of(Outlines.path(geometry, toSlide));
    return stroke == null
        ? extent
        : extent.grown(Strokes.reach(stroke) * Similarity.scale(toSlide));
  }

  private Item.Line line(Stroke stroke, Affine toSlide, Where where) {
    double scale = stroke.nonScaling() ? sheet.pageScale() : Similarity.scale(toSlide);
    return Strokes.line(
        stroke, plain(Paints.faded(stroke.paint(), where.opacity())), toSlide, scale);
  }

  /** What is left of a form by a clip. */
  private static Optional<Form> filled(Form form, @Nullable Clip clip) {
    if (form instanceof Form.Segment) {
      return Optional.empty();
    }
    Geometry.Path path = Forms.path(form);
    Extent extent = Extent.of(path);
    if (clip == null || clip.contains(extent)) {
      return Optional.of(form);
    }
    if (clip.misses(extent)) {
      return Optional.empty();
    }
    if (form instanceof Form.Rect rect
        && rect.place().degrees() == 0
        && extent.contains(clip.extent())
        && clip.form() != null) {
      return Optional.of(clip.form());
    }
    Geometry.Path rest = clip.cut(path);
    return rest.commands().length == 0 ? Optional.empty() : Optional.of(Forms.simplest(rest));
  }

  private Optional<Item> stroked(
      Shape shape,
      Origin origin,
      Decision decision,
      Stroke stroke,
      boolean asLine,
      Affine toSlide,
      Where where) {
    if (asLine) {
      return Optional.of(
          new Item.Figure(
              origin,
              decision,
              Forms.of(shape.geometry(), toSlide),
              Item.Ink.NONE,
              line(stroke, toSlide, where),
              where.glares()));
    }
    Geometry.Path outline = Strokes.outline(shape.geometry(), stroke, toSlide, sheet.pageScale());
    if (outline.commands().length == 0) {
      return Optional.empty();
    }
    Item.Ink ink = new Item.Ink(plain(Paints.faded(stroke.paint(), where.opacity())), toSlide);
    return filled(new Form.Free(outline), where.clip())
        .map(form -> new Item.Figure(origin, decision, form, ink, null, where.glares()));
  }
}
