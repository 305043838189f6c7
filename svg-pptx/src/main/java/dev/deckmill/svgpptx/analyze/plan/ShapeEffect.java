package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.ir.Rgba;

/** A shadow or a glow, in one colour. */
public sealed interface ShapeEffect {
  /** The colour. */
  Rgba color();

  /** The same, a shadow blurred so many times as widely. */
  ShapeEffect blurred(double by);

  /**
   * A copy, moved and blurred.
   *
   * @param dx in EMU; {@code dy} too
   * @param sigma the standard deviation of the blur, in EMU
   */
  record Shadow(double dx, double dy, double sigma, Rgba color) implements ShapeEffect {
    @Override
    public Shadow blurred(double by) {
      return new Shadow(dx, dy, sigma * by, color);
    }
  }

  /**
   * A blurred halo.
   *
   * @param sigma the standard deviation of the blur, in EMU
   */
  record Glow(double sigma, Rgba color) implements ShapeEffect {
    @Override
    public Glow blurred(double by) {
      return this;
    }

    /** For text, whose glow is written as a shadow, blurred so many times as widely. */
    public Glow narrowed(double by) {
      return new Glow(sigma * by, color);
    }
  }
}
