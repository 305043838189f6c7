package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.ir.Rgba;

/** A shadow or a glow, in one colour. */
public sealed interface ShapeEffect {
  /** The colour. */
  Rgba color();

  /** A copy, moved and blurred. */
  record Shadow(double dx, double dy, double sigma, Rgba color) implements ShapeEffect {}

  /** A blurred halo. */
  record Glow(double sigma, Rgba color) implements ShapeEffect {}
}
