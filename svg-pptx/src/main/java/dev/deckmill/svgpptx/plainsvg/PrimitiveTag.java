package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The start tag of a filter primitive, and how its values are written. */
final class PrimitiveTag {
  private final SvgText out;
  private final Filter.Step step;

  PrimitiveTag(SvgText out, Filter.Step step) {
    this.out = out;
    this.step = step;
  }

  SvgText start(String name, FilterInput in) {
    start(name);
    input("in", in);
    return out;
  }

  SvgText start(String name) {
    open(name);
    return step.result() == null ? out : out.attribute("result", step.result());
  }

  private void open(String name) {
    out.open(name).box(step.region());
    String space = step.linearRgb() ? "linearRGB" : "sRGB";
    out.attribute("color-interpolation-filters", space);
  }

  void input(String attribute, FilterInput input) {
    String name = name(input);
    if (name != null) {
      out.attribute(attribute, name);
    }
  }

  /** The name that the input is written with; null where it is left out. */
  static @Nullable String name(FilterInput input) {
    return switch (input) {
      case FilterInput.Result result -> result.name();
      case FilterInput.Source source ->
          switch (source) {
            case PREVIOUS -> null;
            case SOURCE_GRAPHIC -> "SourceGraphic";
            case SOURCE_ALPHA -> "SourceAlpha";
          };
    };
  }

  void unitLength(@Nullable PerAxis unitLength) {
    if (unitLength != null) {
      out.attribute("kernelUnitLength", unitLength.x(), unitLength.y());
    }
  }

  static String keyword(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String hex(Rgba color) {
    return String.format("#%06x", color.rgb());
  }

  static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static void flood(SvgText open, Rgba color) {
    open.attribute("flood-color", hex(color)).attribute("flood-opacity", color.alpha()).empty();
  }
}
