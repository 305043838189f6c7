package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.List;

/** Paints made fainter, and what can be seen of them. */
public final class Paints {
  private Paints() {}

  public static Paint faded(Paint paint, double opacity) {
    if (opacity >= 1) {
      return paint;
    }
    return switch (paint) {
      case Paint.None none -> none;
      case Paint.Solid solid -> new Paint.Solid(faded(solid.color(), opacity));
      case Paint.Linear l ->
          new Paint.Linear(
              l.x1(), l.y1(), l.x2(), l.y2(), l.transform(), l.spread(), faded(l.stops(), opacity));
      case Paint.Radial r ->
          new Paint.Radial(
              r.cx(),
              r.cy(),
              r.r(),
              r.fx(),
              r.fy(),
              r.fr(),
              r.transform(),
              r.spread(),
              faded(r.stops(), opacity));
      case Paint.Pattern p ->
          new Paint.Pattern(p.tile(), p.transform(), p.children(), p.opacity() * opacity);
    };
  }

  public static Rgba faded(Rgba color, double opacity) {
    return new Rgba(color.rgb(), color.alpha() * opacity);
  }

  private static List<Paint.Stop> faded(List<Paint.Stop> stops, double opacity) {
    return stops.stream().map(s -> new Paint.Stop(s.offset(), faded(s.color(), opacity))).toList();
  }

  /** Whether anything of it shows. */
  public static boolean isVisible(Paint paint) {
    return switch (paint) {
      case Paint.None none -> false;
      case Paint.Solid solid -> solid.color().alpha() > 0;
      case Paint.Linear linear -> anyVisible(linear.stops());
      case Paint.Radial radial -> anyVisible(radial.stops());
      case Paint.Pattern pattern -> pattern.opacity() > 0 && !pattern.children().isEmpty();
    };
  }

  private static boolean anyVisible(List<Paint.Stop> stops) {
    return stops.stream().anyMatch(s -> s.color().alpha() > 0);
  }

  public static boolean isOpaque(Paint paint) {
    return switch (paint) {
      case Paint.None none -> false;
      case Paint.Solid solid -> solid.color().alpha() >= 1;
      case Paint.Linear linear -> linear.stops().stream().allMatch(s -> s.color().alpha() >= 1);
      case Paint.Radial radial -> radial.stops().stream().allMatch(s -> s.color().alpha() >= 1);
      case Paint.Pattern pattern -> false;
    };
  }
}
