package dev.deckmill.svgpptx.dml;

import java.util.Objects;

/** One of {@code a:effectLst} (ECMA-376 §20.1.8.26). */
public sealed interface Effect {
  /** {@code a:glow}. */
  record Glow(Emu radius, Color color) implements Effect {
    public Glow {
      Objects.requireNonNull(radius, "radius");
      Objects.requireNonNull(color, "color");
    }
  }

  /** {@code a:outerShdw}. */
  record OuterShadow(Emu blurRadius, Emu distance, Angle direction, Color color) implements Effect {
    public OuterShadow {
      Objects.requireNonNull(blurRadius, "blurRadius");
      Objects.requireNonNull(distance, "distance");
      Objects.requireNonNull(direction, "direction");
      Objects.requireNonNull(color, "color");
    }
  }

  /** {@code a:softEdge}. */
  record SoftEdge(Emu radius) implements Effect {
    public SoftEdge {
      Objects.requireNonNull(radius, "radius");
    }
  }
}
