package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import org.jspecify.annotations.Nullable;

/** How far a filter carries pixels: what lies further away can't be seen where one looks. */
public final class FilterReach {
  /** What the edges of a picture mean to primitives that look at neighbours. */
  private static final double NEIGHBOURS = 4;

  private FilterReach() {}

  /** In user units, along either axis; infinite where everything counts. */
  public static double of(Filter filter) {
    double reach = 0;
    for (Filter.Step step : filter.steps()) {
      reach += of(step.primitive());
    }
    return reach;
  }

  private static double of(FilterPrimitive primitive) {
    return switch (primitive) {
      case FilterPrimitive.GaussianBlur p -> blur(p.deviation());
      case FilterPrimitive.DropShadow p -> blur(p.deviation()) + larger(p.dx(), p.dy());
      case FilterPrimitive.Offset p -> larger(p.dx(), p.dy());
      case FilterPrimitive.Morphology p -> larger(p.radius().x(), p.radius().y());
      case FilterPrimitive.DisplacementMap p -> Math.abs(p.scale());
      case FilterPrimitive.DiffuseLighting p -> NEIGHBOURS;
      case FilterPrimitive.SpecularLighting p -> NEIGHBOURS;
      case FilterPrimitive.ConvolveMatrix p -> Double.POSITIVE_INFINITY;
      case FilterPrimitive.Tile p -> Double.POSITIVE_INFINITY;
      case FilterPrimitive.Turbulence p -> p.stitched() ? Double.POSITIVE_INFINITY : 0;
      case FilterPrimitive.Blend p -> 0;
      case FilterPrimitive.ColorMatrix p -> 0;
      case FilterPrimitive.ComponentTransfer p -> 0;
      case FilterPrimitive.Composite p -> 0;
      case FilterPrimitive.Flood p -> 0;
      case FilterPrimitive.Image p -> 0;
      case FilterPrimitive.Merge p -> 0;
      case FilterPrimitive.TransparentBlack p -> 0;
    };
  }

  private static double blur(@Nullable PerAxis deviation) {
    return deviation == null ? 0 : 3 * Math.max(0, larger(deviation.x(), deviation.y()));
  }

  private static double larger(double x, double y) {
    return Math.max(Math.abs(x), Math.abs(y));
  }
}
