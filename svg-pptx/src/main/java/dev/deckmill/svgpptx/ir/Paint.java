package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Objects;

/**
 * How an area is filled (SVG 2 §13). fill-opacity and stroke-opacity are already in the colours.
 */
public sealed interface Paint {
  /** The one {@code none} that is needed: it has no state. */
  None NONE = new None();

  /** A paint with an opacity on top, 0 to 1. */
  static Paint faded(Paint paint, double opacity) {
    if (opacity == 1) {
      return paint;
    }
    return switch (paint) {
      case None none -> none;
      case Solid solid -> new Solid(solid.color().faded(opacity));
      case Linear linear -> linear.withStops(Stop.faded(linear.stops(), opacity));
      case Radial radial -> radial.withStops(Stop.faded(radial.stops(), opacity));
      case Pattern p -> new Pattern(p.tile(), p.transform(), p.children(), p.opacity() * opacity);
    };
  }

  /** A paint as seen after a further transform. */
  static Paint under(Paint paint, Affine by) {
    return switch (paint) {
      case None none -> none;
      case Solid solid -> solid;
      case Linear p -> p.withTransform(by.times(p.transform()));
      case Radial p -> p.withTransform(by.times(p.transform()));
      case Pattern p -> new Pattern(p.tile(), by.times(p.transform()), p.children(), p.opacity());
    };
  }

  /** {@code none}. */
  record None() implements Paint {}

  /** One colour. */
  record Solid(Rgba color) implements Paint {
    public Solid {
      Objects.requireNonNull(color, "color");
    }
  }

  /** What is beyond a gradient's ends (SVG 2 §14.2.2). */
  enum Spread {
    PAD,
    REFLECT,
    REPEAT
  }

  /**
   * A colour on a gradient.
   *
   * @param offset 0 to 1, not below that of the stop before
   */
  record Stop(double offset, Rgba color) {
    /** With an opacity on top, 0 to 1. */
    public static List<Stop> faded(List<Stop> stops, double opacity) {
      return opacity == 1
          ? stops
          : stops.stream().map(s -> new Stop(s.offset(), s.color().faded(opacity))).toList();
    }
  }

  /**
   * {@code linearGradient}, units resolved: from (x1, y1) to (x2, y2) in a space that {@code
   * transform} leads from to the painted node's user space. At least two stops.
   */
  record Linear(
      double x1, double y1, double x2, double y2, Affine transform, Spread spread, List<Stop> stops)
      implements Paint {
    public Linear {
      stops = List.copyOf(stops);
    }

    public Linear withStops(List<Stop> other) {
      return new Linear(x1, y1, x2, y2, transform, spread, other);
    }

    Linear withTransform(Affine other) {
      return new Linear(x1, y1, x2, y2, other, spread, stops);
    }
  }

  /**
   * {@code radialGradient}, units resolved likewise: from the circle (fx, fy, fr) to the circle
   * (cx, cy, r).
   */
  record Radial(
      double cx,
      double cy,
      double r,
      double fx,
      double fy,
      double fr,
      Affine transform,
      Spread spread,
      List<Stop> stops)
      implements Paint {
    public Radial {
      stops = List.copyOf(stops);
    }

    public Radial withStops(List<Stop> other) {
      return new Radial(cx, cy, r, fx, fy, fr, transform, spread, other);
    }

    Radial withTransform(Affine other) {
      return new Radial(cx, cy, r, fx, fy, fr, other, spread, stops);
    }
  }

  /**
   * {@code pattern}, units resolved: {@code tile} is repeated in a space that {@code transform}
   * leads from to the painted node's user space; {@code children} are in that same space.
   *
   * @param opacity fill-opacity or stroke-opacity, which a pattern takes as a whole
   */
  record Pattern(Box tile, Affine transform, List<Node> children, double opacity) implements Paint {
    public Pattern {
      children = List.copyOf(children);
    }
  }
}
