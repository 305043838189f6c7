package dev.deckmill.svgpptx.ir;

import org.jspecify.annotations.Nullable;

/**
 * Where the light of a lighting primitive comes from (Filter Effects 1 §9.3); angles in degrees.
 */
public sealed interface LightSource {
  /** {@code feDistantLight}. */
  record Distant(double azimuth, double elevation) implements LightSource {}

  /** {@code fePointLight}. */
  record Point(Position at) implements LightSource {}

  /**
   * {@code feSpotLight}.
   *
   * @param limitingConeAngle or null: there is no limit
   */
  record Spot(
      Position at, Position pointsAt, double specularExponent, @Nullable Double limitingConeAngle)
      implements LightSource {}

  /** A place above the page. */
  record Position(double x, double y, double z) {}
}
