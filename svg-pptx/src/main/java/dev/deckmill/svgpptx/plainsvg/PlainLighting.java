package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.ir.FilterPrimitive.DiffuseLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.FilterPrimitive.SpecularLighting;
import dev.deckmill.svgpptx.ir.LightSource;
import dev.deckmill.svgpptx.ir.Rgba;
import org.jspecify.annotations.Nullable;

/** Writes the lighting primitives and their lights. */
final class PlainLighting {
  private final SvgText out;
  private final PrimitiveTag tag;

  PlainLighting(SvgText out, PrimitiveTag tag) {
    this.out = out;
    this.tag = tag;
  }

  void diffuse(DiffuseLighting p) {
    tag.start("feDiffuseLighting", p.in()).attribute("surfaceScale", p.surfaceScale());
    out.attribute("diffuseConstant", p.diffuseConstant());
    lit(p.color(), p.light(), p.unitLength());
    out.end("feDiffuseLighting");
  }

  void specular(SpecularLighting p) {
    tag.start("feSpecularLighting", p.in()).attribute("surfaceScale", p.surfaceScale());
    out.attribute("specularConstant", p.specularConstant());
    out.attribute("specularExponent", p.specularExponent());
    lit(p.color(), p.light(), p.unitLength());
    out.end("feSpecularLighting");
  }

  private void lit(Rgba color, LightSource light, @Nullable PerAxis unitLength) {
    out.attribute("lighting-color", PrimitiveTag.hex(color));
    tag.unitLength(unitLength);
    out.in();
    switch (light) {
      case LightSource.Distant distant -> {
        out.open("feDistantLight").attribute("azimuth", distant.azimuth());
        out.attribute("elevation", distant.elevation());
      }
      case LightSource.Point point -> {
        out.open("fePointLight");
        position(point.at(), "x", "y", "z");
      }
      case LightSource.Spot spot -> {
        out.open("feSpotLight");
        position(spot.at(), "x", "y", "z");
        position(spot.pointsAt(), "pointsAtX", "pointsAtY", "pointsAtZ");
        out.attribute("specularExponent", spot.specularExponent());
        if (spot.limitingConeAngle() != null) {
          out.attribute("limitingConeAngle", spot.limitingConeAngle());
        }
      }
    }
    out.empty();
  }

  private void position(LightSource.Position at, String x, String y, String z) {
    out.attribute(x, at.x()).attribute(y, at.y()).attribute(z, at.z());
  }
}
