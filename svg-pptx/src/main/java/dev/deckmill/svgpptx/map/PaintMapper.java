package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.paint.GradientCircles;
import dev.deckmill.svgpptx.analyze.paint.LinearSlope;
import dev.deckmill.svgpptx.analyze.paint.Stops;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.dml.Angle;
import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ratio;
import dev.deckmill.svgpptx.dml.RelativeRect;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.List;

/** Paints become fills: gradients are laid out anew over the shape's own box. */
final class PaintMapper {
  private PaintMapper() {}

  static Fill fill(PaintUse ink, Shaped shaped) {
    return switch (ink.paint()) {
      case Paint.None none -> new Fill.None();
      case Paint.Solid solid -> new Fill.Solid(SlideMapper.color(solid.color()));
      case Paint.Linear linear -> linear(linear, ink.toSlide(), shaped.place());
      case Paint.Radial radial -> radial(radial, ink.toSlide(), shaped.place());
      case Paint.Pattern pattern ->
          throw new IllegalArgumentException("the use of a paint is never a pattern");
    };
  }

  /** From the shape's box, before it is turned, to the slide. */
  private static Affine turn(Place p) {
    return Affine.translate(p.centerX(), p.centerY())
        .times(Affine.rotate(Math.toRadians(p.degrees())))
        .times(Affine.translate(-p.centerX(), -p.centerY()));
  }

  /**
   * PowerPoint's gradient line runs between the two lines across the gradient's direction that
   * touch the box's corners (ECMA-376 §20.1.8.41).
   */
  private static Fill linear(Paint.Linear l, Affine toSlide, Place place) {
    LinearSlope slope = LinearSlope.of(l, turn(place).inverse().times(toSlide));
    double middle = slope.at(place.centerX(), place.centerY());
    double half = slope.reach(place.width(), place.height());
    List<Paint.Stop> stops = Stops.between(l.stops(), l.spread(), middle - half, middle + half);
    double degrees = Math.toDegrees(Math.atan2(slope.y(), slope.x()));
    return new Fill.Linear(stops(stops), Angle.ofDegrees(degrees));
  }

  /**
   * PowerPoint draws ellipses from a focus to the one through the corners of a box, and the box may
   * be larger than the shape: it is that of the first circle which is large enough for the box in
   * it to hold the shape. The circles between are SVG's own, for both grow in a straight line.
   */
  private static Fill radial(Paint.Radial r, Affine toSlide, Place place) {
    GradientCircles circles = GradientCircles.of(r, turn(place).inverse().times(toSlide));
    double outer = outermost(circles, place);
    List<Paint.Stop> stops =
        Stops.between(circles.stops(), circles.spread(), circles.apex(), outer);
    double cx = circles.centerX(outer);
    double cy = circles.centerY(outer);
    double halfWidth = circles.radiusX(outer) / Math.sqrt(2);
    double halfHeight = circles.radiusY(outer) / Math.sqrt(2);
    RelativeRect tile =
        new RelativeRect(
            share(cx - halfWidth - place.x(), place.width()),
            share(cy - halfHeight - place.y(), place.height()),
            share(place.x() + place.width() - cx - halfWidth, place.width()),
            share(place.y() + place.height() - cy - halfHeight, place.height()));
    int x = share(circles.centerX(circles.apex()) - place.x(), place.width());
    int y = share(circles.centerY(circles.apex()) - place.y(), place.height());
    RelativeRect focus = new RelativeRect(x, y, Ratio.of(1) - x, Ratio.of(1) - y);
    return new Fill.Circular(stops(stops), focus, nearlyNone(tile) ? RelativeRect.NONE : tile);
  }

  /** The least offset whose circle's inner box holds the place; each side grows with the offset. */
  private static double outermost(GradientCircles circles, Place place) {
    double outer = circles.apex();
    double[] at0 = sides(circles, 0);
    double[] at1 = sides(circles, 1);
    double[] wanted = {
      -place.x(), -place.y(), place.x() + place.width(), place.y() + place.height()
    };
    for (int side = 0; side < wanted.length; side++) {
      double growth = at1[side] - at0[side];
      if (growth > 0) {
        outer = Math.max(outer, (wanted[side] - at0[side]) / growth);
      }
    }
    return outer;
  }

  /** How far a circle's inner box reaches to the left, up, right and down of 0, 0. */
  private static double[] sides(GradientCircles circles, double t) {
    double halfWidth = circles.radiusX(t) / Math.sqrt(2);
    double halfHeight = circles.radiusY(t) / Math.sqrt(2);
    double x = circles.centerX(t);
    double y = circles.centerY(t);
    return new double[] {halfWidth - x, halfHeight - y, halfWidth + x, halfHeight + y};
  }

  private static int share(double length, double of) {
    return of == 0 ? 0 : Ratio.of(Math.max(-1_000, Math.min(1_000, length / of)));
  }

  private static boolean nearlyNone(RelativeRect r) {
    int most = 20;
    return Math.abs(r.left()) < most
        && Math.abs(r.top()) < most
        && Math.abs(r.right()) < most
        && Math.abs(r.bottom()) < most;
  }

  private static List<Fill.Stop> stops(List<Paint.Stop> stops) {
    return stops.stream()
        .map(
            s -> {
              Rgba color = s.color();
              return new Fill.Stop(Ratio.of(s.offset()), SlideMapper.color(color));
            })
        .toList();
  }
}
