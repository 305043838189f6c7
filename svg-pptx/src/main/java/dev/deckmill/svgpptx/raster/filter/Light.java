package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.LightSource;
import dev.deckmill.svgpptx.ir.LightSource.Position;
import org.jspecify.annotations.Nullable;

/** A light as a point of a surface sees it (Filter Effects 1 §9.3). */
final class Light {
  private static final double LEAST_SPOT_EXPONENT = 1;
  private static final double MOST_SPOT_EXPONENT = 128;

  private final LightSource source;

  /** From the point to the light, of length 1; what {@link #shines} has last looked at. */
  double x;

  double y;
  double z;

  Light(LightSource source) {
    this.source = source;
    if (source instanceof LightSource.Distant distant) {
      double azimuth = Math.toRadians(distant.azimuth());
      double elevation = Math.toRadians(distant.elevation());
      x = Math.cos(azimuth) * Math.cos(elevation);
      y = Math.sin(azimuth) * Math.cos(elevation);
      z = Math.sin(elevation);
    }
  }

  /** How strong it is at a point, 0 to 1. */
  double shines(double atX, double atY, double atZ) {
    return switch (source) {
      case LightSource.Distant distant -> 1;
      case LightSource.Point point -> {
        look(point.at(), atX, atY, atZ);
        yield 1;
      }
      case LightSource.Spot spot -> {
        look(spot.at(), atX, atY, atZ);
        yield spot(spot);
      }
    };
  }

  private void look(Position at, double fromX, double fromY, double fromZ) {
    double dx = at.x() - fromX;
    double dy = at.y() - fromY;
    double dz = at.z() - fromZ;
    double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    x = length == 0 ? 0 : dx / length;
    y = length == 0 ? 0 : dy / length;
    z = length == 0 ? 0 : dz / length;
  }

  private double spot(LightSource.Spot spot) {
    double sx = spot.pointsAt().x() - spot.at().x();
    double sy = spot.pointsAt().y() - spot.at().y();
    double sz = spot.pointsAt().z() - spot.at().z();
    double length = Math.sqrt(sx * sx + sy * sy + sz * sz);
    double along = length == 0 ? 0 : -(x * sx + y * sy + z * sz) / length;
    if (along <= 0 || along < leastCosine(spot.limitingConeAngle())) {
      return 0;
    }
    double exponent = Math.clamp(spot.specularExponent(), LEAST_SPOT_EXPONENT, MOST_SPOT_EXPONENT);
    return Math.pow(along, exponent);
  }

  private static double leastCosine(@Nullable Double coneAngle) {
    return coneAngle == null ? -1 : Math.cos(Math.toRadians(Math.min(90, Math.abs(coneAngle))));
  }
}
