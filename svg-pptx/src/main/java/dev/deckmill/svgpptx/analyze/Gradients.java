package dev.deckmill.svgpptx.analyze;

import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.List;
import java.util.Optional;

/** What is special about a gradient. */
final class Gradients {
  private Gradients() {}

  /** Whether its circles have one centre. */
  static boolean isEllipse(Paint.Radial r) {
    return Math.hypot(r.cx() - r.fx(), r.cy() - r.fy()) <= 1e-3 * r.r();
  }

  /** The colour of a gradient that has only one, or no extent to run over (SVG 2 §14.2). */
  static Optional<Rgba> onlyColor(Paint paint) {
    return switch (paint) {
      case Paint.None none -> Optional.empty();
      case Paint.Solid solid -> Optional.of(solid.color());
      case Paint.Linear l ->
          Math.hypot(l.x2() - l.x1(), l.y2() - l.y1()) * Math.abs(l.transform().determinant())
                  < 1e-12
              ? Optional.of(last(l.stops()))
              : same(l.stops());
      case Paint.Radial r ->
          r.r() * Math.abs(r.transform().determinant()) < 1e-12
              ? Optional.of(last(r.stops()))
              : same(r.stops());
      case Paint.Pattern pattern -> Optional.empty();
    };
  }

  private static Rgba last(List<Paint.Stop> stops) {
    return stops.get(stops.size() - 1).color();
  }

  private static Optional<Rgba> same(List<Paint.Stop> stops) {
    Rgba first = stops.get(0).color();
    return stops.stream().allMatch(s -> s.color().equals(first))
        ? Optional.of(first)
        : Optional.empty();
  }
}
