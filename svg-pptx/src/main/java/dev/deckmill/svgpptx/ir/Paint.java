package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Objects;

/**
 * How an area is filled (SVG 2 §13). fill-opacity and stroke-opacity are already in the colours.
 */
public sealed interface Paint {
  /** The one {@code none} that is needed: it has no state. */
  None NONE = new None();

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
  record Stop(double offset, Rgba color) {}

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
