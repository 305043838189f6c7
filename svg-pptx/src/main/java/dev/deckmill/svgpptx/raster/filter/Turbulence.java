package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Turbulence.Noise;
import org.jspecify.annotations.Nullable;

/** {@code feTurbulence} (Filter Effects 1 §9.21): several octaves of noise. */
final class Turbulence {
  /** What more octaves add is less than half of a 255th. */
  static final int MOST_OCTAVES = 10;

  private final FilterPrimitive.Turbulence p;
  private final PixelGrid grid;
  private final PerlinNoise noise;
  private final int octaves;
  private final double[] sums = new double[PerlinNoise.CHANNELS];
  private final double[] one = new double[PerlinNoise.CHANNELS];

  private double frequencyX;
  private double frequencyY;
  private PerlinNoise.@Nullable Stitch stitch;

  private Turbulence(FilterPrimitive.Turbulence p, PixelGrid grid) {
    this.p = p;
    this.grid = grid;
    this.noise = new PerlinNoise(p.seed());
    this.octaves = Math.clamp(p.octaves(), 0, MOST_OCTAVES);
    // Negative ones mean nothing, and are as if they weren't there.
    this.frequencyX = Math.max(0, p.baseFrequency().x());
    this.frequencyY = Math.max(0, p.baseFrequency().y());
  }

  /** Pixels in the colour space of the primitive. */
  static int[] of(FilterPrimitive.Turbulence p, PixelGrid grid, PixelBox box) {
    Turbulence turbulence = new Turbulence(p, grid);
    if (p.stitched() && !box.isEmpty()) {
      turbulence.stitch(box);
    }
    return turbulence.all(box);
  }

  /** Makes whole cells fit into the tile. */
  private void stitch(PixelBox box) {
    double width = box.width() / grid.scaleX();
    double height = box.height() / grid.scaleY();
    frequencyX = fitting(frequencyX, width);
    frequencyY = fitting(frequencyY, height);
    stitch =
        PerlinNoise.Stitch.of(
            grid.userX(box.left()) * frequencyX,
            grid.userY(box.top()) * frequencyY,
            width * frequencyX,
            height * frequencyY);
  }

  private static double fitting(double frequency, double size) {
    double low = Math.floor(size * frequency) / size;
    double high = Math.ceil(size * frequency) / size;
    return frequency == 0 || (low > 0 && frequency / low < high / frequency) ? low : high;
  }

  private int[] all(PixelBox box) {
    int[] out = new int[(int) grid.pixels()];
    for (int row = box.top(); row < box.bottom(); row++) {
      double y = grid.userY(row) * frequencyY;
      for (int column = box.left(); column < box.right(); column++) {
        out[row * grid.width() + column] = pixel(grid.userX(column) * frequencyX, y);
      }
    }
    return out;
  }

  private int pixel(double x, double y) {
    java.util.Arrays.fill(sums, 0);
    PerlinNoise.Stitch tile = stitch;
    double ratio = 1;
    for (int octave = 0; octave < octaves; octave++) {
      noise.at(x * ratio, y * ratio, tile, one);
      for (int channel = 0; channel < sums.length; channel++) {
        double value = p.type() == Noise.TURBULENCE ? Math.abs(one[channel]) : one[channel];
        sums[channel] += value / ratio;
      }
      ratio *= 2;
      tile = tile == null ? null : tile.doubled();
    }
    return Argb.premultiplied(color(sums[3]), color(sums[0]), color(sums[1]), color(sums[2]));
  }

  private int color(double sum) {
    return switch (p.type()) {
      case TURBULENCE -> Argb.clamped(255 * sum);
      case FRACTAL_NOISE -> Argb.clamped(255 * (sum + 1) / 2);
    };
  }
}
