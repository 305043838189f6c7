package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Blend;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ColorMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ComponentTransfer;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Composite;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ConvolveMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DiffuseLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DisplacementMap;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DropShadow;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Flood;
import dev.deckmill.svgpptx.ir.FilterPrimitive.GaussianBlur;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Image;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Merge;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Morphology;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Offset;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.FilterPrimitive.SpecularLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Tile;
import dev.deckmill.svgpptx.ir.FilterPrimitive.TransparentBlack;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Turbulence;
import dev.deckmill.svgpptx.ir.Rgba;

/** Writes filter primitives. */
final class PlainPrimitive {
  private final SvgText out;
  private final Filter.Step step;
  private final PrimitiveTag tag;

  PlainPrimitive(SvgText out, Filter.Step step) {
    this.out = out;
    this.step = step;
    this.tag = new PrimitiveTag(out, step);
  }

  /**
   * @param imageId what the picture of an {@code feImage} has been defined as
   */
  void write(String imageId) {
    switch (step.primitive()) {
      case Blend p -> write(p);
      case ColorMatrix p -> write(p);
      case ComponentTransfer p -> write(p);
      case Composite p -> write(p);
      case ConvolveMatrix p -> write(p);
      case DiffuseLighting p -> new PlainLighting(out, tag).diffuse(p);
      case DisplacementMap p -> write(p);
      case DropShadow p -> write(p);
      case Flood p -> write(p);
      case GaussianBlur p -> write(p);
      case Image p -> image(imageId);
      case Merge p -> write(p);
      case Morphology p -> write(p);
      case Offset p -> write(p);
      case SpecularLighting p -> new PlainLighting(out, tag).specular(p);
      case Tile p -> write(p);
      case TransparentBlack p -> transparentBlack();
      case Turbulence p -> write(p);
    }
  }

  private void write(Blend p) {
    tag.start("feBlend", p.in());
    tag.input("in2", p.in2());
    out.attribute("mode", PrimitiveTag.keyword(p.mode())).empty();
  }

  private void write(ColorMatrix p) {
    tag.start("feColorMatrix", p.in());
    out.attribute(
        "type",
        switch (p.type()) {
          case MATRIX -> "matrix";
          case SATURATE -> "saturate";
          case HUE_ROTATE -> "hueRotate";
          case LUMINANCE_TO_ALPHA -> "luminanceToAlpha";
        });
    if (!p.values().isEmpty()) {
      out.attribute("values", PrimitiveTag.numbers(p.values()));
    }
    out.empty();
  }

  private void write(ComponentTransfer p) {
    PlainTransferFunction functions = new PlainTransferFunction(out);
    tag.start("feComponentTransfer", p.in()).in();
    functions.write("feFuncR", p.red());
    functions.write("feFuncG", p.green());
    functions.write("feFuncB", p.blue());
    functions.write("feFuncA", p.alpha());
    out.end("feComponentTransfer");
  }

  private void write(Composite p) {
    tag.start("feComposite", p.in());
    tag.input("in2", p.in2());
    out.attribute("operator", PrimitiveTag.keyword(p.operator()));
    out.attribute("k1", p.k().k1()).attribute("k2", p.k().k2());
    out.attribute("k3", p.k().k3()).attribute("k4", p.k().k4()).empty();
  }

  private void write(ConvolveMatrix p) {
    ConvolveMatrix.Kernel kernel = p.kernel();
    tag.start("feConvolveMatrix", p.in());
    out.attribute("order", kernel.columns() + " " + kernel.rows());
    out.attribute("kernelMatrix", PrimitiveTag.numbers(kernel.values()));
    out.attribute("targetX", String.valueOf(kernel.targetX()));
    out.attribute("targetY", String.valueOf(kernel.targetY()));
    if (p.divisor() != null) {
      out.attribute("divisor", p.divisor());
    }
    out.attribute("bias", p.bias()).attribute("edgeMode", PrimitiveTag.keyword(p.edgeMode()));
    out.attribute("preserveAlpha", String.valueOf(p.preserveAlpha()));
    tag.unitLength(p.unitLength());
    out.empty();
  }

  private void write(DisplacementMap p) {
    tag.start("feDisplacementMap", p.in());
    tag.input("in2", p.in2());
    out.attribute("scale", p.scale());
    out.attribute("xChannelSelector", p.xChannel().name());
    out.attribute("yChannelSelector", p.yChannel().name()).empty();
  }

  private void write(DropShadow p) {
    tag.start("feDropShadow", p.in());
    out.attribute("dx", p.dx()).attribute("dy", p.dy());
    out.attribute("stdDeviation", p.deviation().x(), p.deviation().y());
    PrimitiveTag.flood(out, p.color());
  }

  private void write(Flood p) {
    PrimitiveTag.flood(tag.start("feFlood"), p.color());
  }

  private void write(GaussianBlur p) {
    tag.start("feGaussianBlur", p.in());
    PerAxis deviation = p.deviation();
    if (deviation != null) {
      out.attribute("stdDeviation", deviation.x(), deviation.y());
    }
    out.empty();
  }

  /**
   * @param id what its picture has been defined as
   */
  private void image(String id) {
    tag.start("feImage").attribute("xlink:href", "#" + id).empty();
  }

  private void write(Merge p) {
    tag.start("feMerge").in();
    for (FilterInput node : p.nodes()) {
      out.open("feMergeNode");
      tag.input("in", node);
      out.empty();
    }
    out.end("feMerge");
  }

  private void write(Morphology p) {
    tag.start("feMorphology", p.in()).attribute("operator", PrimitiveTag.keyword(p.operator()));
    out.attribute("radius", p.radius().x(), p.radius().y()).empty();
  }

  private void write(Offset p) {
    tag.start("feOffset", p.in()).attribute("dx", p.dx()).attribute("dy", p.dy()).empty();
  }

  private void write(Tile p) {
    tag.start("feTile", p.in()).empty();
  }

  private void write(Turbulence p) {
    tag.start("feTurbulence");
    out.attribute("baseFrequency", p.baseFrequency().x(), p.baseFrequency().y());
    out.attribute("numOctaves", String.valueOf(p.octaves()));
    out.attribute("seed", String.valueOf(p.seed()));
    out.attribute("stitchTiles", p.stitched() ? "stitch" : "noStitch");
    out.attribute(
        "type",
        switch (p.type()) {
          case FRACTAL_NOISE -> "fractalNoise";
          case TURBULENCE -> "turbulence";
        });
    out.empty();
  }

  private void transparentBlack() {
    PrimitiveTag.flood(tag.start("feFlood"), new Rgba(0, 0));
  }
}
