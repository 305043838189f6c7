package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.analyze.context.InheritedState;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.geometry.Clip;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.FillRules;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.LinePieces;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.geometry.PathBuilder;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.paint.Gradients;
import dev.deckmill.svgpptx.analyze.paint.LineEnds;
import dev.deckmill.svgpptx.analyze.paint.LinearBands;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.paint.Pen;
import dev.deckmill.svgpptx.analyze.paint.RadialBands;
import dev.deckmill.svgpptx.analyze.paint.Strokes;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.StrokeUse;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes figures of a shape: one where a form with a fill and a line shows it, else one for each
 * part; and what a clip leaves of them.
 */
final class ShapeParts {
  /** What strokes cover, by the identity of the stroke and of what it follows. */
  private final IdentityHashMap<Stroke, IdentityHashMap<Geometry, Geometry.Path>> covered =
      new IdentityHashMap<>();

  private final PlanContext context;

  ShapeParts(PlanContext context) {
    this.context = context;
  }

  /** A shape with what of its paint is to be drawn. */
  record Painted(
      Shape shape, Paint fill, @Nullable Stroke stroke, Decision decision, LineEnds ends) {}

  List<Item> of(Painted painted, Form form, Affine toSlide, InheritedState where) {
    return new OneShape(painted, form, toSlide, where).figures();
  }

  /** The shape's most editable form, its inside right under the even-odd rule. */
  static Form form(Shape shape, Affine toSlide) {
    Form form = Forms.of(shape.geometry(), toSlide);
    if (form instanceof Form.Free free && !(shape.fill() instanceof Paint.None)) {
      Geometry.Path path = free.inside();
      return FillRules.evenOdd(path, shape.fillRule())
          .map(inside -> new Form.Free(inside, shape.stroke() == null ? null : path))
          .orElse(free);
    }
    return form;
  }

  /**
   * The pieces that a clip leaves of a straight line with flat ends; empty where it is none or is
   * not cut straight across.
   *
   * @param scale EMU to one of the units that the stroke's lengths are in
   */
  static Optional<List<Form.Segment>> piecesOfLine(
      Geometry geometry, Stroke stroke, Affine toSlide, double scale, @Nullable Clip clip) {
    return clip != null
            && stroke.dashes().length == 0
            && stroke.cap() == Stroke.Cap.BUTT
            && Strokes.isLine(stroke, toSlide)
            && Forms.of(geometry, toSlide) instanceof Form.Segment line
        ? LinePieces.of(line, stroke.width() * scale, clip)
        : Optional.empty();
  }

  /** A gradient of one colour, or one that can't be drawn, is that colour. */
  private static Paint plain(Paint paint) {
    return Gradients.onlyColor(paint).<Paint>map(Paint.Solid::new).orElse(paint);
  }

  /** One shape on its way. */
  private final class OneShape {
    private final Painted painted;
    private final Form form;
    private final Affine toSlide;
    private final InheritedState where;
    private final Origin origin;
    private final double scale;
    private final boolean uncut;
    private Decision decision;

    OneShape(Painted painted, Form form, Affine toSlide, InheritedState where) {
      this.painted = painted;
      this.form = form;
      this.toSlide = toSlide;
      this.where = where;
      this.origin = context.safe(painted.shape().origin());
      Stroke stroke = painted.stroke();
      this.scale =
          stroke != null && stroke.nonScaling() ? context.pageScale() : Similarity.scale(toSlide);
      this.decision = painted.decision();
      this.uncut = where.clip() == null || where.clip().contains(extent());
    }

    private Extent extent() {
      Extent inside = Extent.of(Outlines.path(painted.shape().geometry(), toSlide));
      Stroke stroke = painted.stroke();
      return stroke == null ? inside : inside.grown(Strokes.reach(stroke) * scale);
    }

    List<Item> figures() {
      Optional<List<Item>> dot = dot();
      if (dot.isPresent()) {
        return dot.get();
      }
      PaintUse ink = ink(painted.fill());
      Pen pen = pen();
      List<LinearBands.Band> bands = unlit(form, ink);
      boolean together = bands.isEmpty() && !(pen != null && painted.shape().strokeFirst());
      if (together && uncut && (painted.stroke() == null || pen != null)) {
        boolean filled = !(painted.fill() instanceof Paint.None);
        Form whole = pen == null ? form : filled ? pen.with(form) : pen.form();
        if (whole instanceof Form.Free free && free.isEmpty()) {
          return List.of();
        }
        return List.of(figure(whole, ink, pen == null ? null : line(pen.stroke())));
      }
      Optional<List<Item>> lines = lines();
      if (lines.isPresent()) {
        return lines.get();
      }
      List<Item> parts = new ArrayList<>();
      if (!(painted.fill() instanceof Paint.None)) {
        parts.addAll(pieces(form, ink));
      }
      if (painted.stroke() != null) {
        List<Item> stroked =
            pen != null
                ? List.of(figure(pen.form(), PaintUse.NONE, line(pen.stroke())))
                : outlined(painted.stroke());
        parts.addAll(painted.shape().strokeFirst() ? 0 : parts.size(), stroked);
      }
      return parts;
    }

    /** A line of no length is its ends (SVG 2 §13.5.4): a disc, a square, or nothing. */
    private Optional<List<Item>> dot() {
      Stroke stroke = painted.stroke();
      if (stroke == null
          || painted.ends().start() != null
          || painted.ends().end() != null
          || !(form instanceof Form.Segment s)
          || Math.hypot(s.x2() - s.x1(), s.y2() - s.y1()) >= 1
          || !Strokes.isLine(stroke, toSlide)) {
        return Optional.empty();
      }
      double width = stroke.width() * scale;
      double turn = stroke.nonScaling() ? 0 : Similarity.of(toSlide).degrees();
      Place place = new Place(s.x1() - width / 2, s.y1() - width / 2, width, width, turn);
      return Optional.of(
          switch (stroke.cap()) {
            case BUTT -> List.of();
            case ROUND -> pieces(new Form.Ellipse(place), ink(stroke.paint()));
            case SQUARE -> pieces(new Form.Rect(place), ink(stroke.paint()));
          });
    }

    /** What a clip leaves of a straight line, in pieces of it; its ends go with the outer ones. */
    private Optional<List<Item>> lines() {
      Stroke stroke = painted.stroke();
      if (uncut || stroke == null || !(plain(stroke.paint()) instanceof Paint.Solid)) {
        return Optional.empty();
      }
      return piecesOfLine(painted.shape().geometry(), stroke, toSlide, scale, where.clip())
          .map(
              pieces ->
                  pieces.stream()
                      .<Item>map(p -> figure(p, PaintUse.NONE, line(stroke, p)))
                      .toList());
    }

    private StrokeUse line(Stroke stroke, Form.Segment piece) {
      StrokeUse line = line(stroke);
      Geometry.Path whole = Outlines.path(painted.shape().geometry(), toSlide);
      double[] c = whole.coordinates();
      boolean first = Math.hypot(piece.x1() - c[0], piece.y1() - c[1]) < line.width() / 2;
      boolean last = Math.hypot(piece.x2() - c[2], piece.y2() - c[3]) < line.width() / 2;
      return line.with(first ? line.start() : null, last ? line.end() : null);
    }

    /** What draws the stroke as a line; null where no line can. */
    private @Nullable Pen pen() {
      Stroke stroke = painted.stroke();
      boolean asLine =
          stroke != null
              && uncut
              && Strokes.isLine(stroke, toSlide)
              && plain(stroke.paint()) instanceof Paint.Solid;
      if (!asLine) {
        return null;
      }
      Pen pen = Pen.of(painted.shape(), form, stroke, toSlide, scale, context.policy());
      if (pen.offsetLost()) {
        Origin element = painted.shape().origin();
        decision =
            decision.and(context.approximate(element, Cause.DASH_OFFSET, Finding.Severity.INFO));
      }
      return pen;
    }

    private PaintUse ink(Paint paint) {
      return new PaintUse(plain(Paints.faded(paint, where.opacity())), toSlide);
    }

    private StrokeUse line(Stroke stroke) {
      Paint paint = plain(Paints.faded(stroke.paint(), where.opacity()));
      return Strokes.line(stroke, paint, toSlide, scale)
          .with(painted.ends().start(), painted.ends().end());
    }

    private Item.Shape figure(Form of, PaintUse ink, @Nullable StrokeUse line) {
      return new Item.Shape(origin, decision, of, ink, line, where.effects());
    }

    /** The form with its fill, in as many pieces as its gradient needs, as far as they are seen. */
    private List<Item> pieces(Form of, PaintUse ink) {
      List<LinearBands.Band> bands = unlit(of, ink);
      List<Item> pieces = new ArrayList<>();
      for (LinearBands.Band band :
          bands.isEmpty() ? List.of(new LinearBands.Band(of, ink)) : bands) {
        seen(band.form(), where.clip())
            .map(f -> figure(f, band.ink(), null))
            .ifPresent(pieces::add);
      }
      return pieces;
    }

    /** The bands; a shadow would be thrown by each. */
    private List<LinearBands.Band> unlit(Form of, PaintUse ink) {
      return where.effects().isEmpty() ? bands(origin, of, ink) : List.of();
    }

    /** What the stroke covers. A pattern's tiles are planned one by one, but measured once. */
    private Geometry.Path outline(Stroke stroke) {
      Geometry geometry = painted.shape().geometry();
      if (stroke.nonScaling()) {
        return Strokes.outline(geometry, stroke, toSlide, context.pageScale());
      }
      return PathBuilder.transformed(
          covered
              .computeIfAbsent(stroke, s -> new IdentityHashMap<>())
              .computeIfAbsent(
                  geometry, g -> Strokes.outline(g, stroke, Affine.IDENTITY, context.pageScale())),
          toSlide);
    }

    private List<Item> outlined(Stroke stroke) {
      Geometry.Path outline = outline(stroke);
      return outline.commands().length == 0
          ? List.of()
          : pieces(new Form.Free(outline), ink(stroke.paint()));
    }
  }

  /** A figure in as many pieces as its gradient needs. */
  List<Item> fitted(Item item) {
    if (!(item instanceof Item.Shape figure) || !figure.effects().isEmpty()) {
      return List.of(item);
    }
    List<LinearBands.Band> bands = bands(figure.origin(), figure.form(), figure.fill());
    return bands.isEmpty()
        ? List.of(item)
        : bands.stream()
            .<Item>map(
                b ->
                    new Item.Shape(
                        figure.origin(), figure.decision(), b.form(), b.ink(), null, List.of()))
            .toList();
  }

  /**
   * Pieces of fewer colours: where the deck is for a program that knows no more, or no gradient of
   * the slide's is like SVG's.
   */
  private List<LinearBands.Band> bands(Origin origin, Form of, PaintUse ink) {
    boolean cuts = context.policy().cutsGradients();
    Affine toSlide = ink.toSlide();
    return switch (ink.paint()) {
      case Paint.None none -> List.of();
      case Paint.Solid solid -> List.of();
      case Paint.Linear linear -> cuts ? LinearBands.of(of, ink).orElse(List.of()) : List.of();
      case Paint.Radial radial ->
          (cuts && !Gradients.isSimple(radial, of, toSlide))
                  || !Gradients.isDrawable(radial, of, toSlide)
              ? rings(origin, of, radial, toSlide)
              : List.of();
      case Paint.Pattern pattern -> List.of();
    };
  }

  private List<LinearBands.Band> rings(
      Origin origin, Form of, Paint.Radial radial, Affine toSlide) {
    if (!context.mayCutRings(origin)) {
      return List.of();
    }
    List<LinearBands.Band> rings = RadialBands.of(of, radial, toSlide);
    if (!rings.isEmpty()) {
      context.cutRings(rings.size(), Forms.path(of).commands().length);
    }
    return rings;
  }

  /** What is left of a form by a clip. */
  private static Optional<Form> seen(Form form, @Nullable Clip clip) {
    if (form instanceof Form.Segment) {
      return Optional.empty();
    }
    Geometry.Path path = Forms.path(form);
    Extent extent = Extent.of(path);
    if (extent.isEmpty()) {
      return Optional.empty();
    }
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
}
