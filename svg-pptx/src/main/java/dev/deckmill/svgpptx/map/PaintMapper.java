package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.analyze.Item;
import dev.deckmill.svgpptx.analyze.Place;
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

  static Fill fill(Item.Ink ink, Shaped shaped) {
    return switch (ink.paint()) {
      case Paint.None none -> new Fill.None();
      case Paint.Solid solid -> new Fill.Solid(SlideMapper.color(solid.color()));
      case Paint.Linear linear -> linear(linear, ink.toSlide(), shaped.place());
      case Paint.Radial radial -> radial(radial, ink.toSlide(), shaped.place());
      // The planner lets none through; one colour of it is better than nothing.
      case Paint.Pattern pattern -> new Fill.None();
    };
  }

  /** From the shape's box, before it is turned, to the slide. */
  private static Affine turn(Place p) {
    return Affine.translate(p.centerX(), p.centerY())
        .times(Affine.rotate(Math.toRadians(p.degrees())))
        .times(Affine.translate(-p.centerX(), -p.centerY()));
  }

  /**
   * Along a gradient the offset is a linear function of x and y whatever the transform: its slope
   * is the direction, and PowerPoint's gradient line runs between the two lines across that
   * direction that touch the box's corners (ECMA-376 §20.1.8.41).
   */
  private static Fill linear(Paint.Linear l, Affine toSlide, Place place) {
    Affine back = Inverse.of(Inverse.of(turn(place)).times(toSlide).times(l.transform()));
    double dx = l.x2() - l.x1();
    double dy = l.y2() - l.y1();
    double square = dx * dx + dy * dy;
    double slopeX = (back.a() * dx + back.b() * dy) / square;
    double slopeY = (back.c() * dx + back.d() * dy) / square;
    double atOrigin = ((back.e() - l.x1()) * dx + (back.f() - l.y1()) * dy) / square;
    double middle = atOrigin + slopeX * place.centerX() + slopeY * place.centerY();
    double half = (Math.abs(slopeX) * place.width() + Math.abs(slopeY) * place.height()) / 2;
    List<Paint.Stop> stops = Stops.between(l.stops(), l.spread(), middle - half, middle + half);
    double degrees = Math.toDegrees(Math.atan2(slopeY, slopeX));
    return new Fill.Linear(stops(stops), Angle.ofDegrees(degrees));
  }

  /**
   * PowerPoint draws ellipses through the corners of a box around the focus, and the box may be
   * larger than the shape: it is made just large enough to hold shape and gradient, around the
   * gradient's centre and of its proportions.
   */
  private static Fill radial(Paint.Radial r, Affine toSlide, Place place) {
    Affine m = Inverse.of(turn(place)).times(toSlide).times(r.transform());
    double cx = m.x(r.cx(), r.cy());
    double cy = m.y(r.cx(), r.cy());
    double rx = Math.hypot(m.a(), m.c()) * r.r();
    double ry = Math.hypot(m.b(), m.d()) * r.r();
    double beyondX = Math.max(Math.abs(place.x() - cx), Math.abs(place.x() + place.width() - cx));
    double beyondY = Math.max(Math.abs(place.y() - cy), Math.abs(place.y() + place.height() - cy));
    double reach = Math.max(beyondX / rx, beyondY / ry);
    double outer = reach * Math.sqrt(2);
    List<Paint.Stop> stops = Stops.between(r.stops(), r.spread(), 0, outer);
    RelativeRect tile =
        new RelativeRect(
            share(cx - rx * reach - place.x(), place.width()),
            share(cy - ry * reach - place.y(), place.height()),
            share(place.x() + place.width() - cx - rx * reach, place.width()),
            share(place.y() + place.height() - cy - ry * reach, place.height()));
    int x = share(cx - place.x(), place.width());
    int y = share(cy - place.y(), place.height());
    RelativeRect focus = new RelativeRect(x, y, Ratio.of(1) - x, Ratio.of(1) - y);
    return new Fill.Circular(stops(stops), focus, nearlyNone(tile) ? RelativeRect.NONE : tile);
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
