package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What primitives take, and primitives that take something else. */
final class FilterInputs {
  private FilterInputs() {}

  /** In the order of the primitive's attributes. */
  static List<FilterInput> of(FilterPrimitive primitive) {
    List<FilterInput> inputs = new ArrayList<>(2);
    var unused =
        replaced(
            primitive,
            in -> {
              inputs.add(in);
              return in;
            });
    return inputs;
  }

  /** The same with others of its inputs. */
  static FilterPrimitive replaced(FilterPrimitive primitive, UnaryOperator<FilterInput> by) {
    return switch (primitive) {
      case FilterPrimitive.Blend p ->
          new FilterPrimitive.Blend(by.apply(p.in()), by.apply(p.in2()), p.mode());
      case FilterPrimitive.ColorMatrix p ->
          new FilterPrimitive.ColorMatrix(by.apply(p.in()), p.type(), p.values());
      case FilterPrimitive.ComponentTransfer p ->
          new FilterPrimitive.ComponentTransfer(
              by.apply(p.in()), p.red(), p.green(), p.blue(), p.alpha());
      case FilterPrimitive.Composite p ->
          new FilterPrimitive.Composite(by.apply(p.in()), by.apply(p.in2()), p.operator(), p.k());
      case FilterPrimitive.ConvolveMatrix p ->
          new FilterPrimitive.ConvolveMatrix(
              by.apply(p.in()),
              p.kernel(),
              p.divisor(),
              p.bias(),
              p.edgeMode(),
              p.preserveAlpha(),
              p.unitLength());
      case FilterPrimitive.DiffuseLighting p ->
          new FilterPrimitive.DiffuseLighting(
              by.apply(p.in()),
              p.surfaceScale(),
              p.diffuseConstant(),
              p.color(),
              p.light(),
              p.unitLength());
      case FilterPrimitive.DisplacementMap p ->
          new FilterPrimitive.DisplacementMap(
              by.apply(p.in()), by.apply(p.in2()), p.scale(), p.xChannel(), p.yChannel());
      case FilterPrimitive.DropShadow p ->
          new FilterPrimitive.DropShadow(
              by.apply(p.in()), p.dx(), p.dy(), p.deviation(), p.color());
      case FilterPrimitive.Flood p -> p;
      case FilterPrimitive.GaussianBlur p ->
          new FilterPrimitive.GaussianBlur(by.apply(p.in()), p.deviation());
      case FilterPrimitive.Image p -> p;
      case FilterPrimitive.Merge p ->
          new FilterPrimitive.Merge(p.nodes().stream().map(by).toList());
      case FilterPrimitive.Morphology p ->
          new FilterPrimitive.Morphology(by.apply(p.in()), p.operator(), p.radius());
      case FilterPrimitive.Offset p -> new FilterPrimitive.Offset(by.apply(p.in()), p.dx(), p.dy());
      case FilterPrimitive.SpecularLighting p ->
          new FilterPrimitive.SpecularLighting(
              by.apply(p.in()),
              p.surfaceScale(),
              p.specularConstant(),
              p.specularExponent(),
              p.color(),
              p.light(),
              p.unitLength());
      case FilterPrimitive.Tile p -> new FilterPrimitive.Tile(by.apply(p.in()));
      case FilterPrimitive.TransparentBlack p -> p;
      case FilterPrimitive.Turbulence p -> p;
    };
  }
}
