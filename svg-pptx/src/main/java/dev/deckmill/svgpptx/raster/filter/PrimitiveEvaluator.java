package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import java.util.List;

/** One primitive's result. */
final class PrimitiveEvaluator {
  private final PixelGrid grid;
  private final FilterPictures pictures;

  PrimitiveEvaluator(PixelGrid grid, FilterPictures pictures) {
    this.grid = grid;
    this.pictures = pictures;
  }

  /**
   * The result, not yet cut to its subregion.
   *
   * @param in what the primitive takes, in the order of its attributes
   */
  Layer result(int number, Filter.Step step, List<Layer> in, PixelBox box) {
    PixelColors space = PixelColors.of(step.linearRgb());
    return switch (step.primitive()) {
      case FilterPrimitive.Blend p ->
          layer(Blending.blended(p.mode(), argb(in, 0, space), argb(in, 1, space)), space);
      case FilterPrimitive.ColorMatrix p -> layer(ColorMatrix.of(p).on(argb(in, 0, space)), space);
      case FilterPrimitive.ComponentTransfer p ->
          layer(ComponentTransfer.of(p).on(argb(in, 0, space)), space);
      case FilterPrimitive.Composite p ->
          layer(Compositor.composed(p, argb(in, 0, space), argb(in, 1, space)), space);
      case FilterPrimitive.ConvolveMatrix p ->
          layer(Convolution.of(p, argb(in, 0, space), grid, box), space);
      case FilterPrimitive.DiffuseLighting p ->
          layer(Lighting.of(p, in.get(0).in(space), grid, box), space);
      case FilterPrimitive.DisplacementMap p ->
          layer(
              Displacement.of(p, in.get(0).argb(), argb(in, 1, space), grid, box),
              in.get(0).space());
      case FilterPrimitive.DropShadow p -> dropShadow(p, in.get(0).in(space));
      case FilterPrimitive.Flood p ->
          layer(Movement.filled(Argb.of(p.color()), grid, box), PixelColors.SRGB);
      case FilterPrimitive.GaussianBlur p -> gaussianBlur(p, in.get(0), space);
      case FilterPrimitive.Image p -> layer(pictures.image(number), PixelColors.SRGB);
      case FilterPrimitive.Merge p -> merge(in, space);
      case FilterPrimitive.Morphology p -> morphology(p, in.get(0).in(space));
      case FilterPrimitive.Offset p ->
          layer(
              Movement.moved(
                  in.get(0).argb(), grid, p.dx() * grid.scaleX(), p.dy() * grid.scaleY()),
              in.get(0).space());
      case FilterPrimitive.SpecularLighting p ->
          layer(Lighting.of(p, in.get(0).in(space), grid, box), space);
      case FilterPrimitive.Tile p ->
          layer(Movement.tiled(in.get(0).argb(), grid, in.get(0).extent(), box), in.get(0).space());
      case FilterPrimitive.TransparentBlack p -> nothing();
      case FilterPrimitive.Turbulence p -> layer(Turbulence.of(p, grid, box), space);
    };
  }

  /** What it costs for each pixel, in blends of two pixels; measured. */
  static double cost(FilterPrimitive primitive) {
    return switch (primitive) {
      case FilterPrimitive.Blend p -> 6;
      case FilterPrimitive.ColorMatrix p -> 4;
      case FilterPrimitive.ComponentTransfer p -> 2;
      case FilterPrimitive.Composite p -> 2;
      case FilterPrimitive.ConvolveMatrix p -> 4 + 2.0 * p.kernel().values().size();
      case FilterPrimitive.DiffuseLighting p -> 20;
      case FilterPrimitive.DisplacementMap p -> 4;
      case FilterPrimitive.DropShadow p -> 16;
      case FilterPrimitive.Flood p -> 1;
      case FilterPrimitive.GaussianBlur p -> 12;
      case FilterPrimitive.Image p -> 1;
      case FilterPrimitive.Merge p -> 1.0 + p.nodes().size();
      case FilterPrimitive.Morphology p -> 12;
      case FilterPrimitive.Offset p -> 1;
      case FilterPrimitive.SpecularLighting p -> 30;
      case FilterPrimitive.Tile p -> 2;
      case FilterPrimitive.TransparentBlack p -> 1;
      case FilterPrimitive.Turbulence p ->
          4 + 20.0 * Math.clamp(p.octaves(), 0, Turbulence.MOST_OCTAVES);
    };
  }

  private Layer layer(int[] argb, PixelColors space) {
    return new Layer(argb, space, grid.area());
  }

  private Layer nothing() {
    return layer(new int[(int) grid.pixels()], PixelColors.SRGB);
  }

  private static int[] argb(List<Layer> in, int number, PixelColors space) {
    return in.get(number).in(space).argb();
  }

  /** Without a deviation, or with a negative one, nothing is blurred. */
  private Layer gaussianBlur(FilterPrimitive.GaussianBlur p, Layer in, PixelColors space) {
    PerAxis deviation = p.deviation();
    return deviation == null || deviation.x() < 0 || deviation.y() < 0
        ? in
        : layer(blurred(in.in(space).argb(), deviation), space);
  }

  private int[] blurred(int[] argb, PerAxis deviation) {
    Lines.Operation across = GaussianBlur.of(deviation.x() * grid.scaleX());
    Lines.Operation down = GaussianBlur.of(deviation.y() * grid.scaleY());
    return across == Lines.Operation.NONE && down == Lines.Operation.NONE
        ? argb
        : Lines.rowsThenColumns(argb, grid.width(), across, down);
  }

  /** The alpha of the input, blurred, moved and coloured, below the input itself (§9.12). */
  private Layer dropShadow(FilterPrimitive.DropShadow p, Layer in) {
    Layer color = layer(new int[] {Argb.of(p.color())}, PixelColors.SRGB).in(in.space());
    int[] blurred = blurred(in.alphaAlone().argb(), p.deviation());
    int[] moved = Movement.moved(blurred, grid, p.dx() * grid.scaleX(), p.dy() * grid.scaleY());
    int[] shadow = Movement.tinted(moved, color.argb()[0]);
    return layer(Compositor.over(in.argb(), shadow), in.space());
  }

  private Layer merge(List<Layer> in, PixelColors space) {
    if (in.isEmpty()) {
      return nothing();
    }
    int[] below = argb(in, 0, space);
    for (int i = 1; i < in.size(); i++) {
      below = Compositor.over(argb(in, i, space), below);
    }
    return layer(below, space);
  }

  /** A radius of 0 leaves its axis as it is, and a negative one everything (§9.18). */
  private Layer morphology(FilterPrimitive.Morphology p, Layer in) {
    if (p.radius().x() < 0 || p.radius().y() < 0) {
      return in;
    }
    return layer(
        Lines.rowsThenColumns(
            in.argb(),
            grid.width(),
            morphology(p, p.radius().x() * grid.scaleX()),
            morphology(p, p.radius().y() * grid.scaleY())),
        in.space());
  }

  private static Lines.Operation morphology(FilterPrimitive.Morphology p, double radius) {
    int pixels = (int) Math.min(1 << 20, Math.round(radius));
    return switch (p.operator()) {
      case DILATE -> Morphology.dilating(pixels);
      case ERODE -> Morphology.eroding(pixels);
    };
  }
}
