package dev.deckmill.svgpptx.raster.filter;

import java.util.Arrays;

/**
 * One axis of {@code feGaussianBlur}: from a deviation of two pixels on three box blurs, whose cost
 * doesn't depend on the deviation and which come within 3 % of it; below, the kernel itself (Filter
 * Effects 1 §9.14).
 */
final class GaussianBlur {
  private static final double LEAST_FOR_BOXES = 2;

  /** Fractions of a 255th that are kept between passes. */
  private static final int FRACTION_BITS = 7;

  private static final int HALF = 1 << (FRACTION_BITS - 1);

  private GaussianBlur() {}

  /**
   * @param deviation in pixels
   */
  static Lines.Operation of(double deviation) {
    if (!(deviation > 0.01)) {
      return Lines.Operation.NONE;
    }
    return deviation < LEAST_FOR_BOXES ? kernel(deviation) : boxes(deviation);
  }

  private static Lines.Operation boxes(double deviation) {
    double size = Math.floor(deviation * 3 * Math.sqrt(2 * Math.PI) / 4 + 0.5);
    int d = (int) Math.min(size, 1 << 20);
    return d % 2 == 1 ? new Boxes(d, d / 2, d, d / 2, d) : new Boxes(d, d / 2, d, d / 2 - 1, d + 1);
  }

  /** Three boxes; where the size is even two lie half a pixel to either side, the third over it. */
  private static final class Boxes implements Lines.Operation {
    private final int first;
    private final int firstLeft;
    private final int second;
    private final int secondLeft;
    private final int third;
    private int[] spare = new int[0];

    Boxes(int first, int firstLeft, int second, int secondLeft, int third) {
      this.first = first;
      this.firstLeft = firstLeft;
      this.second = second;
      this.secondLeft = secondLeft;
      this.third = third;
    }

    @Override
    public void on(int[] line) {
      if (spare.length != line.length) {
        spare = new int[line.length];
      }
      for (int i = 0; i < line.length; i++) {
        line[i] <<= FRACTION_BITS;
      }
      box(line, spare, first, firstLeft);
      box(spare, line, second, secondLeft);
      box(line, spare, third, third / 2);
      for (int i = 0; i < line.length; i++) {
        line[i] = Math.min(255, (spare[i] + HALF) >> FRACTION_BITS);
      }
    }

    /** The mean of {@code size} values from {@code left} before each on; outside is 0. */
    private static void box(int[] in, int[] out, int size, int left) {
      int length = in.length;
      int right = size - left; // the first behind the box of value 0
      long share = Math.round(0x1p32 / size);
      int sum = 0;
      for (int i = 0; i < Math.min(right - 1, length); i++) {
        sum += in[i];
      }
      for (int i = 0; i < length; i++) {
        int enters = i + right - 1;
        if (enters < length) {
          sum += in[enters];
        }
        out[i] = (int) ((sum * share + 0x8000_0000L) >>> 32);
        int leaves = i - left;
        if (leaves >= 0) {
          sum -= in[leaves];
        }
      }
    }
  }

  private static Lines.Operation kernel(double deviation) {
    int radius = (int) Math.ceil(3 * deviation);
    float[] weights = new float[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      weights[i + radius] = (float) Math.exp(-i * i / (2 * deviation * deviation));
      sum += weights[i + radius];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= (float) sum;
    }
    return line -> convolved(line, weights, radius);
  }

  private static void convolved(int[] line, float[] weights, int radius) {
    int[] in = Arrays.copyOf(line, line.length);
    for (int x = 0; x < in.length; x++) {
      int to = Math.min(in.length - 1, x + radius);
      float sum = 0.5f;
      for (int i = Math.max(0, x - radius); i <= to; i++) {
        sum += in[i] * weights[i - x + radius];
      }
      line[x] = Math.min(255, (int) sum);
    }
  }
}
