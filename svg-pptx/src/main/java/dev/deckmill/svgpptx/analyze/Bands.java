package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a form with a gradient of several colours into bands of two colours each, for LibreOffice,
 * which knows no more. Only where the gradient runs along an axis: there the bands are exact.
 */
final class Bands {
  private static final double STRAIGHT = 1e-6;
  private static final int MOST_SEGMENTS = 500;

  private Bands() {}

  /** A piece and its gradient of two stops. */
  record Band(Form form, Item.Ink ink) {}

  /** The bands; empty where the form needs no cutting or can't be cut exactly. */
  static Optional<List<Band>> of(Form form, Item.Ink ink) {
    if (!(ink.paint() instanceof Paint.Linear l)
        || l.spread() != Paint.Spread.PAD
        || form instanceof Form.Segment
        || isTurned(form)) {
      return Optional.empty();
    }
    Affine toSlide = ink.toSlide().times(l.transform());
    double x1 = toSlide.x(l.x1(), l.y1());
    double y1 = toSlide.y(l.x1(), l.y1());
    double x2 = toSlide.x(l.x2(), l.y2());
    double y2 = toSlide.y(l.x2(), l.y2());
    boolean across = Math.abs(y2 - y1) < STRAIGHT * Math.abs(x2 - x1);
    boolean down = Math.abs(x2 - x1) < STRAIGHT * Math.abs(y2 - y1);
    Geometry.Path path = Forms.path(form);
    if ((!across && !down)
        || !Similarity.keepsAngles(toSlide)
        || path.commands().length > MOST_SEGMENTS) {
      return Optional.empty();
    }
    double from = across ? x1 : y1;
    double length = across ? x2 - x1 : y2 - y1;
    Extent extent = Extent.of(path);
    double low = ((across ? extent.left() : extent.top()) - from) / length;
    double high = ((across ? extent.right() : extent.bottom()) - from) / length;
    boolean whole = Math.min(low, high) > -STRAIGHT && Math.max(low, high) < 1 + STRAIGHT;
    return l.stops().size() < 3 && whole
        ? Optional.empty()
        : Optional.of(cut(path, l, ink.toSlide(), across, from, length));
  }

  private static boolean isTurned(Form form) {
    return switch (form) {
      case Form.Rect r -> r.place().degrees() != 0;
      case Form.RoundRect r -> r.place().degrees() != 0;
      case Form.Ellipse e -> e.place().degrees() != 0;
      case Form.Segment s -> true;
      case Form.Free f -> false;
    };
  }

  private static List<Band> cut(
      Geometry.Path path,
      Paint.Linear l,
      Affine toSlide,
      boolean across,
      double from,
      double length) {
    Extent extent = Extent.of(path);
    Area whole = new Area(Outlines.shape(path, FillRule.EVENODD));
    List<Band> bands = new ArrayList<>();
    List<Paint.Stop> stops = l.stops();
    for (int i = 0; i <= stops.size(); i++) {
      Paint.Stop start = stops.get(Math.max(0, i - 1));
      Paint.Stop end = stops.get(Math.min(i, stops.size() - 1));
      double a = i == 0 ? Double.NEGATIVE_INFINITY : start.offset();
      double b = i == stops.size() ? Double.POSITIVE_INFINITY : end.offset();
      Extent band = band(extent, across, from + a * length, from + b * length);
      if (!(band.width() > 0 && band.height() > 0)) {
        continue;
      }
      Area piece = new Area(whole);
      piece.intersect(
          new Area(new Rectangle2D.Double(band.left(), band.top(), band.width(), band.height())));
      if (!piece.isEmpty()) {
        Paint paint =
            new Paint.Linear(
                l.x1(), l.y1(), l.x2(), l.y2(), l.transform(), l.spread(), List.of(start, end));
        bands.add(
            new Band(
                Forms.simplest(Outlines.path(piece)),
                new Item.Ink(
                    Gradients.onlyColor(paint).<Paint>map(Paint.Solid::new).orElse(paint),
                    toSlide)));
      }
    }
    return bands;
  }

  private static Extent band(Extent extent, boolean across, double a, double b) {
    double low = Math.min(a, b);
    double high = Math.max(a, b);
    return across
        ? new Extent(
            Math.max(low, extent.left()),
            extent.top(),
            Math.min(high, extent.right()),
            extent.bottom())
        : new Extent(
            extent.left(),
            Math.max(low, extent.top()),
            extent.right(),
            Math.min(high, extent.bottom()));
  }
}
