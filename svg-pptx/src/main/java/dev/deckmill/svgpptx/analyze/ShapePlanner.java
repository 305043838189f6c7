package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.effect.Knockout;
import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Crossings;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.paint.Gradients;
import dev.deckmill.svgpptx.analyze.paint.LineEnds;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.paint.PatternTiles;
import dev.deckmill.svgpptx.analyze.paint.Strokes;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import dev.deckmill.svgpptx.ir.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans shapes: whether the slide can show their paint, and in which order their parts stand. */
final class ShapePlanner {
  /** A line thinner than this hides what happens between it and the fill below it. */
  private static final double THIN_EMU = Emu.ofPoints(1.5);

  /** So few don't cross each other often. */
  private static final int FEW_SEGMENTS = 32;

  /** Each side of a stroke crosses both of another. */
  private static final int CROSSINGS_OF_STROKES = 16;

  private final PlanContext context;
  private final NodePlanner nodes;
  private final ShapeParts figures;

  ShapePlanner(PlanContext context, NodePlanner nodes) {
    this.context = context;
    this.nodes = nodes;
    this.figures = new ShapeParts(context);
  }

  /**
   * @param where with the shape's own opacity and effects
   * @param outer without them
   */
  List<Item> plan(Shape marked, InheritedState where, InheritedState outer) {
    Affine toSlide = where.toSlide().times(marked.transform());
    LineEnds ends = ends(marked, toSlide, where);
    Shape shape = marked.with(ends.geometry());
    Paint fill = Paints.isVisible(shape.fill()) ? shape.fill() : new Paint.None();
    Stroke stroke = visible(shape.stroke());
    Optional<List<Item>> filling = tiles(fill, shape, null, where, outer);
    Optional<List<Item>> stroking =
        stroke == null ? Optional.empty() : tiles(stroke.paint(), shape, stroke, where, outer);
    Paint plainFill = filling.isPresent() ? new Paint.None() : fill;
    Stroke plainStroke = stroking.isPresent() ? null : stroke;
    Form form = ShapeParts.form(shape, toSlide);
    Optional<Cause> trouble = trouble(plainFill, form, toSlide);
    if (trouble.isEmpty() && plainStroke != null) {
      trouble = trouble(plainStroke.paint(), form, toSlide);
    }
    if (trouble.isEmpty() && showsFillBelowLine(shape, plainFill, plainStroke, toSlide)) {
      trouble = Optional.of(Cause.STROKE_AND_FILL_OPACITY);
    }
    if (trouble.isEmpty() && isTangled(shape, plainStroke, toSlide, where.clip())) {
      trouble = Optional.of(Cause.CLIP);
    }
    if (trouble.isPresent() && context.policy().on(trouble.get()) == Rendition.RASTER) {
      return nodes.raster(shape, outer, trouble.get());
    }
    boolean below = shape.strokeFirst();
    List<Item> items = new ArrayList<>((below ? stroking : filling).orElse(List.of()));
    if (!(plainFill instanceof Paint.None) || plainStroke != null) {
      Decision decision = decision(shape, trouble);
      ShapeParts.Painted painted =
          new ShapeParts.Painted(shape, plainFill, plainStroke, decision, ends);
      items.addAll(figures(painted, form, toSlide, where));
    }
    items.addAll((below ? filling : stroking).orElse(List.of()));
    for (Shape.Marker marker : ends.rest()) {
      items.addAll(nodes.plan(marker.content(), where.inside(shape.transform())));
    }
    return items.size() > 1
        ? List.of(new Item.Group(PlanContext.unlinked(context.safe(shape.origin())), items))
        : items;
  }

  /** Whether a clip that cuts the shape would meet too many crossings of its outline. */
  private boolean isTangled(
      Shape shape, @Nullable Stroke stroke, Affine toSlide, @Nullable Clip clip) {
    if (clip == null || !(shape.geometry() instanceof Geometry.Path)) {
      return false;
    }
    Geometry.Path path = Outlines.path(shape.geometry(), toSlide);
    if (path.commands().length < FEW_SEGMENTS
        || clip.contains(context.reach().of(shape.withTransform(Affine.IDENTITY), toSlide))) {
      return false;
    }
    long crossings = Crossings.possible(path, PlanContext.MOST_CROSSINGS);
    return !context.mayCut(stroke == null ? crossings : CROSSINGS_OF_STROKES * crossings);
  }

  /**
   * Ends are for lines that are drawn in one piece, as lines, and not filled between their ends.
   */
  private LineEnds ends(Shape shape, Affine toSlide, InheritedState where) {
    Stroke stroke = visible(shape.stroke());
    boolean plain =
        stroke != null
            && !shape.markers().isEmpty()
            && keepsEnds(shape, stroke, toSlide, where.clip())
            && !Paints.isVisible(shape.fill())
            && stroke.dashes().length == 0
            && Similarity.keepsShapes(toSlide);
    return plain ? LineEnds.of(shape, stroke, Similarity.scale(toSlide)) : LineEnds.none(shape);
  }

  /** Whether a clip leaves a line and its markers whole, or cuts but the line. */
  private boolean keepsEnds(Shape shape, Stroke stroke, Affine toSlide, @Nullable Clip clip) {
    if (clip == null) {
      return true;
    }
    double scale = Similarity.scale(toSlide);
    return shape.markers().stream()
            .allMatch(m -> clip.contains(context.reach().of(m.content(), toSlide)))
        && (clip.contains(context.reach().of(shape.withTransform(Affine.IDENTITY), toSlide))
            || ShapeParts.piecesOfLine(shape.geometry(), stroke, toSlide, scale, clip).isPresent());
  }

  /** Figures whose paint was changed, in pieces where the slide can't show it in one. */
  List<Item> fitted(List<Item> items) {
    return items.stream().flatMap(item -> figures.fitted(item).stream()).toList();
  }

  private static @Nullable Stroke visible(@Nullable Stroke stroke) {
    return stroke != null && Paints.isVisible(stroke.paint()) && Strokes.draws(stroke)
        ? stroke
        : null;
  }

  /**
   * A pattern as shapes, where it is one.
   *
   * @param stroke what it paints; null for the shape's inside
   */
  private Optional<List<Item>> tiles(
      Paint paint,
      Shape shape,
      @Nullable Stroke stroke,
      InheritedState where,
      InheritedState outer) {
    if (!(paint instanceof Paint.Pattern pattern) || !where.effects().isEmpty()) {
      return Optional.empty();
    }
    Geometry.Path area =
        stroke == null
            ? Outlines.path(shape.geometry(), Affine.IDENTITY)
            : Strokes.outline(shape.geometry(), stroke, Affine.IDENTITY, 1);
    FillRule rule = stroke == null ? shape.fillRule() : FillRule.EVENODD;
    Optional<Group> tiles =
        stroke != null && stroke.nonScaling()
            ? Optional.empty()
            : new PatternTiles(pattern, shape.origin(), drawn(pattern))
                .over(area, rule, shape.compositing().opacity());
    InheritedState around =
        new InheritedState(where.toSlide(), outer.opacity(), where.clip(), List.of())
            .inside(shape.transform());
    return tiles.map(group -> nodes.plan(group, around));
  }

  private Extent drawn(Paint.Pattern pattern) {
    return context.reach().of(pattern.children(), Affine.IDENTITY);
  }

  private static Optional<Cause> trouble(Paint paint, Form form, Affine toSlide) {
    return switch (paint) {
      case Paint.None none -> Optional.empty();
      case Paint.Solid solid -> Optional.empty();
      case Paint.Linear linear -> tooOften(linear, form, toSlide);
      case Paint.Radial radial ->
          Gradients.onlyColor(radial).isEmpty() && !Gradients.isDrawable(radial, form, toSlide)
              ? Optional.of(Cause.GRADIENT_FOCUS)
              : tooOften(radial, form, toSlide);
      case Paint.Pattern pattern -> Optional.of(Cause.PATTERN);
    };
  }

  private static Optional<Cause> tooOften(Paint paint, Form form, Affine toSlide) {
    return Gradients.repeatsTooOften(paint, Extent.of(Forms.path(form)), toSlide)
        ? Optional.of(Cause.GRADIENT_SPREAD)
        : Optional.empty();
  }

  private Decision decision(Shape shape, Optional<Cause> trouble) {
    return trouble
        .map(cause -> context.approximate(shape.origin(), cause, Finding.Severity.INFO))
        .orElseGet(() -> Decision.natively(shape.origin()));
  }

  /** Fill and line are faded each for itself, and the line lies half over the fill. */
  private static boolean showsFillBelowLine(
      Shape shape, Paint fill, @Nullable Stroke stroke, Affine toSlide) {
    return shape.compositing().opacity() < 1
        && stroke != null
        && !(fill instanceof Paint.None)
        && stroke.width() * Similarity.scale(toSlide) > THIN_EMU;
  }

  private List<Item> figures(
      ShapeParts.Painted painted, Form form, Affine toSlide, InheritedState where) {
    Stroke stroke = painted.stroke();
    if (stroke != null
        && context.policy().knocksOut()
        && showsFillBelowLine(painted.shape(), painted.fill(), stroke, toSlide)
        && Paints.isOpaque(painted.fill())
        && Paints.isOpaque(stroke.paint())) {
      List<Item> opaque = figures.of(painted, form, toSlide, where.opaque());
      Optional<List<Item>> faded = Knockout.faded(opaque, where.opacity());
      if (faded.isPresent()) {
        return faded.get();
      }
    }
    return figures.of(painted, form, toSlide, where);
  }
}
