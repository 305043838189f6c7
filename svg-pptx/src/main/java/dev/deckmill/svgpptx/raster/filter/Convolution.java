package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive.ConvolveMatrix;
import java.util.List;

/**
 * {@code feConvolveMatrix} (Filter Effects 1 §9.9). The matrix counts in pixels of the page,
 * however fine the picture is.
 */
final class Convolution {
  private final ConvolveMatrix p;
  private final PixelGrid grid;
  private final int[] in;
  private final double[] kernel;
  private final double divisor;

  private Convolution(ConvolveMatrix p, int[] in, PixelGrid grid) {
    this.p = p;
    this.in = in;
    this.grid = grid;
    this.kernel = turned(p.kernel().values());
    this.divisor = p.divisor() == null ? sum(kernel) : p.divisor();
  }

  static int[] of(ConvolveMatrix p, int[] in, PixelGrid grid, PixelBox box) {
    return new Convolution(p, in, grid).all(box);
  }

  /** The matrix is laid on turned by 180°. */
  private static double[] turned(List<Double> values) {
    double[] turned = new double[values.size()];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = values.get(turned.length - 1 - i);
    }
    return turned;
  }

  /** 1 in place of 0. */
  private static double sum(double[] kernel) {
    double sum = 0;
    for (double value : kernel) {
      sum += value;
    }
    return Math.abs(sum) < 1e-9 ? 1 : sum;
  }

  private int[] all(PixelBox box) {
    int[] out = new int[in.length];
    double[] sums = new double[4];
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        add(x, y, sums);
        out[y * grid.width() + x] = pixel(sums, Argb.alpha(in[y * grid.width() + x]));
      }
    }
    return out;
  }

  private void add(int x, int y, double[] sums) {
    java.util.Arrays.fill(sums, 0);
    int stride = grid.stride();
    int columns = p.kernel().columns();
    for (int k = 0; k < kernel.length; k++) {
      int fromX = x + (k % columns - p.kernel().targetX()) * stride;
      int fromY = y + (k / columns - p.kernel().targetY()) * stride;
      int pixel = kernel[k] == 0 ? 0 : at(fromX, fromY);
      if (pixel != 0) {
        add(pixel, kernel[k], sums);
      }
    }
  }

  private void add(int pixel, double factor, double[] sums) {
    int alpha = Argb.alpha(pixel);
    sums[0] += factor * alpha;
    sums[1] += factor * color(Argb.red(pixel), alpha);
    sums[2] += factor * color(Argb.green(pixel), alpha);
    sums[3] += factor * color(Argb.blue(pixel), alpha);
  }

  private int color(int channel, int alpha) {
    return p.preserveAlpha() ? Argb.straight(channel, alpha) : channel;
  }

  private int at(int x, int y) {
    int width = grid.width();
    int height = grid.height();
    return switch (p.edgeMode()) {
      case NONE -> x < 0 || y < 0 || x >= width || y >= height ? 0 : in[y * width + x];
      case DUPLICATE -> in[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
      case WRAP -> in[Math.floorMod(y, height) * width + Math.floorMod(x, width)];
    };
  }

  private int pixel(double[] sums, int ownAlpha) {
    double bias = p.bias() * ownAlpha;
    if (p.preserveAlpha()) {
      return Argb.premultiplied(
          ownAlpha,
          Argb.clamped(sums[1] / divisor + bias),
          Argb.clamped(sums[2] / divisor + bias),
          Argb.clamped(sums[3] / divisor + bias));
    }
    int alpha = Argb.clamped(sums[0] / divisor + bias);
    return Argb.of(
        alpha,
        Math.min(alpha, Argb.clamped(sums[1] / divisor + bias)),
        Math.min(alpha, Argb.clamped(sums[2] / divisor + bias)),
        Math.min(alpha, Argb.clamped(sums[3] / divisor + bias)));
  }
}
