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

    /** Whether it lies straight below, blurred. */
    public boolean isStraight() {
      return dx == 0 && dy == 0 && sigma > 0;
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

    /** The shadow that lies straight below and looks the same. */
    public Shadow below() {
      return new Shadow(0, 0, sigma, color);
    }

    /** For text, whose glow is written as a shadow, blurred so many times as widely. */
    public Glow narrowed(double by) {
      return new Glow(sigma * by, color);
    }
  }
}
