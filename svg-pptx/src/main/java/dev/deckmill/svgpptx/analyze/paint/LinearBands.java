package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.geometry.PathBuilder;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a form with a linear gradient of several colours into bands of two colours each, for
 * LibreOffice, which knows no more.
 */
public final class LinearBands {
  private static final double STRAIGHT = 1e-6;
  private static final int MOST_SEGMENTS = 500;
  private static final int MOST_BANDS = 200;

  private LinearBands() {}

  /** A piece and its paint. */
  public record Band(Form form, PaintUse ink) {}

  /** The bands; empty where the form needs no cutting or can't be cut. */
  public static Optional<List<Band>> of(Form form, PaintUse ink) {
    if (!(ink.paint() instanceof Paint.Linear l) || form instanceof Form.Segment) {
      return Optional.empty();
    }
    LinearSlope slope = LinearSlope.of(l, ink.toSlide());
    Geometry.Path path = Forms.path(form);
    Extent extent = Extent.of(path);
    double middle =
        slope.at((extent.left() + extent.right()) / 2, (extent.top() + extent.bottom()) / 2);
    double reach = slope.reach(extent.width(), extent.height());
    boolean whole = middle - reach > -STRAIGHT && middle + reach < 1 + STRAIGHT;
    boolean few = l.stops().size() < 3 && l.spread() == Paint.Spread.PAD;
    boolean plain =
        few
            && l.stops().getFirst().offset() < STRAIGHT
            && l.stops().getLast().offset() > 1 - STRAIGHT;
    if ((plain && whole)
        || (few && !slope.isStraight())
        || path.commands().length > MOST_SEGMENTS) {
      return Optional.empty();
    }
    if (!slope.isStraight()) {
      return Optional.of(stripes(path, l, slope, middle - reach, middle + reach));
    }
    List<Paint.Stop> stops = Stops.between(l.stops(), l.spread(), middle - reach, middle + reach);
    return stops.size() > MOST_BANDS
        ? Optional.empty()
        : Optional.of(cut(path, l, ink, slope, middle - reach, 2 * reach, stops));
  }

  private static List<Band> cut(
      Geometry.Path path,
      Paint.Linear l,
      PaintUse ink,
      LinearSlope slope,
      double from,
      double length,
      List<Paint.Stop> stops) {
    Area whole = Outlines.area(path, FillRule.EVENODD);
    double far = 2 * Math.hypot(Extent.of(path).width(), Extent.of(path).height());
    List<Band> bands = new ArrayList<>();
    for (int i = 1; i < stops.size(); i++) {
      double a = from + stops.get(i - 1).offset() * length;
      double b = from + stops.get(i).offset() * length;
      if (b - a <= STRAIGHT) {
        continue;
      }
      Area piece = new Area(whole);
      piece.intersect(strip(slope, a, b, Extent.of(path), far));
      if (!piece.isEmpty()) {
        Paint paint = paint(l, a, b, stops.get(i - 1), stops.get(i));
        bands.add(
            new Band(
                Forms.simplest(Outlines.path(piece)),
                new PaintUse(
                    Gradients.onlyColor(paint).<Paint>map(Paint.Solid::new).orElse(paint),
                    ink.toSlide())));
      }
    }
    return bands;
  }

  /**
   * One colour each, for a piece's own box would have its gradient begin and end elsewhere; where
   * nothing shines through, each lies over the rest of the form, so that no seam can open.
   */
  private static List<Band> stripes(
      Geometry.Path path, Paint.Linear l, LinearSlope slope, double from, double to) {
    Area whole = Outlines.area(path, FillRule.EVENODD);
    double far = 2 * Math.hypot(Extent.of(path).width(), Extent.of(path).height());
    boolean opaque = Paints.isOpaque(l);
    List<Band> bands = new ArrayList<>();
    for (Stops.Step step : Stops.steps(l.stops(), l.spread(), from, to)) {
      Area piece = new Area(whole);
      piece.intersect(strip(slope, step.from(), opaque ? to : step.to(), Extent.of(path), far));
      if (!piece.isEmpty()) {
        PaintUse ink = new PaintUse(new Paint.Solid(step.color()), Affine.IDENTITY);
        bands.add(new Band(Forms.simplest(Outlines.path(piece)), ink));
      }
    }
    return bands;
  }

  private static Paint paint(Paint.Linear l, double a, double b, Paint.Stop from, Paint.Stop to) {
    return new Paint.Linear(
        l.x1() + a * (l.x2() - l.x1()),
        l.y1() + a * (l.y2() - l.y1()),
        l.x1() + b * (l.x2() - l.x1()),
        l.y1() + b * (l.y2() - l.y1()),
        l.transform(),
        Paint.Spread.PAD,
        List.of(new Paint.Stop(0, from.color()), new Paint.Stop(1, to.color())));
  }

  /** Where the offset is between two values, as far as {@code far} from the form's middle. */
  private static Area strip(LinearSlope slope, double a, double b, Extent around, double far) {
    double square = slope.x() * slope.x() + slope.y() * slope.y();
    double px = slope.x() / square;
    double py = slope.y() / square;
    double mx = (around.left() + around.right()) / 2;
    double my = (around.top() + around.bottom()) / 2;
    double toA = a - slope.at(mx, my);
    double toB = b - slope.at(mx, my);
    double k = far / Math.hypot(px, py);
    Geometry.Path corners =
        new PathBuilder(5)
            .move(mx + px * toA - py * k, my + py * toA + px * k)
            .line(mx + px * toB - py * k, my + py * toB + px * k)
            .line(mx + px * toB + py * k, my + py * toB - px * k)
            .line(mx + px * toA + py * k, my + py * toA - px * k)
            .close()
            .path();
    return Outlines.area(corners, FillRule.NONZERO);
  }
}
