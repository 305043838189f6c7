package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DiffuseLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.SpecularLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.TransparentBlack;
import dev.deckmill.svgpptx.ir.LightSource;
import dev.deckmill.svgpptx.ir.LightSource.Position;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.paint.Colors;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** The lighting primitives and the light sources inside them (Filter Effects 1 §9.3). */
final class Lighting {
  private static final Rgba WHITE = new Rgba(0xffffff, 1);

  private Lighting() {}

  static FilterPrimitive diffuse(PrimitiveAttributes primitive, Style style) {
    LightSource light = first(primitive);
    return light == null
        ? new TransparentBlack()
        : new DiffuseLighting(
            primitive.input("in"),
            primitive.number("surfaceScale", 1),
            primitive.number("diffuseConstant", 1),
            Colors.of(style, Property.LIGHTING_COLOR, WHITE),
            light,
            primitive.perAxis("kernelUnitLength"));
  }

  static FilterPrimitive specular(PrimitiveAttributes primitive, Style style) {
    LightSource light = first(primitive);
    return light == null
        ? new TransparentBlack()
        : new SpecularLighting(
            primitive.input("in"),
            primitive.number("surfaceScale", 1),
            primitive.number("specularConstant", 1),
            primitive.number("specularExponent", 1),
            Colors.of(style, Property.LIGHTING_COLOR, WHITE),
            light,
            primitive.perAxis("kernelUnitLength"));
  }

  private static @Nullable LightSource first(PrimitiveAttributes primitive) {
    for (Element child = primitive.element().firstChild(); child != null; child = child.next()) {
      LightSource light = child.isCharacters() ? null : light(child, primitive.box());
      if (light != null) {
        return light;
      }
    }
    return null;
  }

  private static @Nullable LightSource light(Element element, @Nullable Box box) {
    PrimitiveAttributes light = new PrimitiveAttributes(element, box);
    return switch (element.name()) {
      case "feDistantLight" ->
          new LightSource.Distant(light.number("azimuth", 0), light.number("elevation", 0));
      case "fePointLight" -> new LightSource.Point(position(light, "x", "y", "z"));
      case "feSpotLight" ->
          new LightSource.Spot(
              position(light, "x", "y", "z"),
              position(light, "pointsAtX", "pointsAtY", "pointsAtZ"),
              light.number("specularExponent", 1),
              light.number("limitingConeAngle"));
      default -> null;
    };
  }

  private static Position position(PrimitiveAttributes light, String x, String y, String z) {
    return new Position(light.x(x), light.y(y), light.length(z, 0));
  }
}
