package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.ir.Paint;
import java.util.List;

/** Paints made fainter, and what can be seen of them. */
public final class Paints {
  private Paints() {}

  public static Paint faded(Paint paint, double opacity) {
    return Paint.faded(paint, opacity);
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
    return leastAlpha(paint) >= 1;
  }

  /** How opaque it is where it is least so; 0 for patterns, of which that isn't known. */
  public static double leastAlpha(Paint paint) {
    return switch (paint) {
      case Paint.None none -> 0;
      case Paint.Solid solid -> solid.color().alpha();
      case Paint.Linear linear -> leastAlpha(linear.stops());
      case Paint.Radial radial -> leastAlpha(radial.stops());
      case Paint.Pattern pattern -> 0;
    };
  }

  private static double leastAlpha(List<Paint.Stop> stops) {
    return stops.stream().mapToDouble(s -> s.color().alpha()).min().orElse(0);
  }
}
