package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.geometry.PathBuilder;
import dev.deckmill.svgpptx.analyze.paint.LinearBands.Band;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a form with a radial gradient into discs of one colour each, the largest below: where no
 * gradient of the slide's has the same circles, or the deck is for a program that draws them wrong.
 */
public final class RadialBands {
  private static final int MOST_SEGMENTS = 500;

  /** Of a form without its crossings: a curve that runs over itself has many times what it had. */
  private static final int MOST_WHOLE_SEGMENTS = 2_000;

  private final Area whole;
  private final Extent extent;
  private final Form form;
  private final GradientCircles circles;
  private final boolean opaque;

  private RadialBands(Form form, GradientCircles circles) {
    this.form = form;
    this.whole = Outlines.area(Forms.path(form), FillRule.EVENODD);
    this.extent = Extent.of(Forms.path(form));
    this.circles = circles;
    this.opaque = circles.stops().stream().allMatch(s -> s.color().alpha() >= 1);
  }

  /** The discs; none where the form is none that can be cut. */
  public static List<Band> of(Form form, Paint.Radial paint, Affine toSlide) {
    if (form instanceof Form.Segment || Forms.path(form).commands().length > MOST_SEGMENTS) {
      return List.of();
    }
    GradientCircles circles = GradientCircles.of(paint, toSlide);
    if (circles.r() - circles.fr() < 1e-9) {
      return List.of();
    }
    RadialBands rings = new RadialBands(form, circles);
    if (rings.isIntricate()) {
      return List.of();
    }
    return circles.areNested() ? rings.nested() : rings.cone();
  }

  private boolean isIntricate() {
    PathIterator segments = whole.getPathIterator(null);
    int count = 0;
    while (!segments.isDone() && count <= MOST_WHOLE_SEGMENTS) {
      count++;
      segments.next();
    }
    return count > MOST_WHOLE_SEGMENTS;
  }

  private List<Stops.Step> steps(double from, double to) {
    return Stops.steps(circles.stops(), circles.spread(), from, to);
  }

  private List<Band> nested() {
    double last = circles.apex();
    for (double x : new double[] {extent.left(), extent.right()}) {
      for (double y : new double[] {extent.top(), extent.bottom()}) {
        last = Math.max(last, circles.offsetAt(x, y));
      }
    }
    List<Stops.Step> steps = steps(circles.apex(), last);
    List<Band> bands = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Stops.Step step = steps.get(i);
      if (i == steps.size() - 1 && opaque) {
        bands.add(band(form, step));
      } else if (step.color().alpha() > 0) {
        piece(step).ifPresent(f -> bands.add(band(f, step)));
      }
    }
    return bands;
  }

  /** The disc, or where colours are translucent the ring between it and the next smaller one. */
  private Optional<Form> piece(Stops.Step step) {
    Area area = disc(step.to());
    if (opaque && whole.contains(area.getBounds2D())) {
      return Optional.of(Forms.of(circles.circle(step.to()), circles.toSpace()));
    }
    area.intersect(whole);
    if (!opaque && step.from() > circles.apex()) {
      area.subtract(disc(step.from()));
    }
    return area.isEmpty() ? Optional.empty() : Optional.of(new Form.Free(Outlines.path(area)));
  }

  private Area disc(double t) {
    return Outlines.area(Outlines.path(circles.circle(t), circles.toSpace()), FillRule.NONZERO);
  }

  /**
   * Circles that don't lie in each other make a cone, and larger offsets cover smaller ones; beyond
   * the cone nothing is painted (HTML, "radial gradients").
   */
  private List<Band> cone() {
    double first = Math.max(circles.apex(), circles.spread() == Paint.Spread.PAD ? 0 : -4);
    double far =
        Math.hypot(extent.width(), extent.height())
            / Math.max(1, circles.radiusX(1) - circles.radiusX(0));
    double last = circles.spread() == Paint.Spread.PAD ? 1 : 4;
    List<Band> bands = new ArrayList<>();
    for (Stops.Step step : steps(first, last)) {
      piece(step).ifPresent(f -> bands.add(band(f, step)));
    }
    if (circles.spread() == Paint.Spread.PAD) {
      Area beyond = beyond(1, 2 + far);
      beyond.intersect(whole);
      if (!beyond.isEmpty()) {
        Rgba color = circles.stops().getLast().color();
        bands.add(band(new Form.Free(Outlines.path(beyond)), new Stops.Step(1, 1, color)));
      }
    }
    return bands;
  }

  /** All circles between two offsets together: their hull. */
  private Area beyond(double from, double to) {
    Area hull = disc(from);
    hull.add(disc(to));
    double dx = circles.cx() - circles.fx();
    double dy = circles.cy() - circles.fy();
    double apart = Math.hypot(dx, dy);
    double sine = (circles.r() - circles.fr()) / apart;
    double cosine = Math.sqrt(Math.max(0, 1 - sine * sine));
    PathBuilder tangents = new PathBuilder(5);
    for (int i = 0; i < 4; i++) {
      var circle = circles.circle(i == 0 || i == 3 ? from : to);
      double side = i < 2 ? 1 : -1;
      double nx = (-sine * dx - side * cosine * dy) / apart;
      double ny = (-sine * dy + side * cosine * dx) / apart;
      double x = circle.cx() + nx * circle.rx();
      double y = circle.cy() + ny * circle.rx();
      tangents = i == 0 ? tangents.move(x, y) : tangents.line(x, y);
    }
    Geometry.Path between = PathBuilder.transformed(tangents.close().path(), circles.toSpace());
    hull.add(Outlines.area(between, FillRule.NONZERO));
    return hull;
  }

  private static Band band(Form form, Stops.Step step) {
    return new Band(form, new PaintUse(new Paint.Solid(step.color()), Affine.IDENTITY));
  }
}
