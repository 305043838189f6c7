package dev.deckmill.svgpptx.raster.filter;

import org.jspecify.annotations.Nullable;

/**
 * The noise of {@code feTurbulence}: the reference algorithm of Filter Effects 1 §9.21, which has
 * to come to the same numbers everywhere. All four channels at once: they lie on one lattice.
 */
final class PerlinNoise {
  static final int CHANNELS = 4;

  private static final int SIZE = 0x100;
  private static final int MASK = 0xff;
  private static final int FAR = 0x1000;
  private static final int MODULUS = 2147483647;
  private static final int MULTIPLIER = 16807;
  private static final int QUOTIENT = 127773;
  private static final int REMAINDER = 2836;

  private final int[] lattice = new int[2 * SIZE + 2];
  private final double[][][] gradients = new double[CHANNELS][2 * SIZE + 2][2];

  PerlinNoise(long seed) {
    long random = firstOf(seed);
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int i = 0; i < SIZE; i++) {
        lattice[i] = i;
        for (int axis = 0; axis < 2; axis++) {
          random = next(random);
          gradients[channel][i][axis] = (random % (2 * SIZE) - SIZE) / (double) SIZE;
        }
        normalise(gradients[channel][i]);
      }
    }
    shuffle(random);
    repeat();
  }

  private static long firstOf(long seed) {
    long first = seed <= 0 ? -(seed % (MODULUS - 1)) + 1 : seed;
    return Math.min(first, MODULUS - 1);
  }

  /** Park's and Miller's generator. */
  static long next(long random) {
    long next = MULTIPLIER * (random % QUOTIENT) - REMAINDER * (random / QUOTIENT);
    return next <= 0 ? next + MODULUS : next;
  }

  private static void normalise(double[] gradient) {
    double length = Math.hypot(gradient[0], gradient[1]);
    if (length > 0) {
      gradient[0] /= length;
      gradient[1] /= length;
    }
  }

  private void shuffle(long last) {
    long random = last;
    for (int i = SIZE - 1; i > 0; i--) {
      random = next(random);
      int j = (int) (random % SIZE);
      int kept = lattice[i];
      lattice[i] = lattice[j];
      lattice[j] = kept;
    }
  }

  private void repeat() {
    for (int i = 0; i < SIZE + 2; i++) {
      lattice[SIZE + i] = lattice[i];
      for (int channel = 0; channel < CHANNELS; channel++) {
        gradients[channel][SIZE + i] = gradients[channel][i];
      }
    }
  }

  /**
   * Where the lattice begins anew, so that tiles fit each other.
   *
   * @param width cells in a tile
   * @param wrapX the first cell behind it
   */
  record Stitch(int width, int height, int wrapX, int wrapY) {
    /** A tile that begins at a place and has a size, all in cells. */
    static Stitch of(double x, double y, double width, double height) {
      int columns = (int) Math.min(FAR, width + 0.5);
      int rows = (int) Math.min(FAR, height + 0.5);
      return new Stitch(columns, rows, (int) x + FAR + columns, (int) y + FAR + rows);
    }

    Stitch doubled() {
      return new Stitch(2 * width, 2 * height, 2 * wrapX - FAR, 2 * wrapY - FAR);
    }

    private int column(long column) {
      return (int) ((column >= wrapX ? column - width : column) & MASK);
    }

    private int row(long row) {
      return (int) ((row >= wrapY ? row - height : row) & MASK);
    }
  }

  /**
   * {@code noise2} of each channel, −1 to 1, at a place in cells of the lattice.
   *
   * @param stitch or null: no tiles
   */
  void at(double x, double y, @Nullable Stitch stitch, double[] out) {
    long column = (long) Math.floor(x + FAR);
    long row = (long) Math.floor(y + FAR);
    double rx = x + FAR - column;
    double ry = y + FAR - row;
    int i = lattice[stitch == null ? (int) (column & MASK) : stitch.column(column)];
    int j = lattice[stitch == null ? (int) (column + 1 & MASK) : stitch.column(column + 1)];
    int top = stitch == null ? (int) (row & MASK) : stitch.row(row);
    int bottom = stitch == null ? (int) (row + 1 & MASK) : stitch.row(row + 1);
    double sx = curve(rx);
    double sy = curve(ry);
    for (int channel = 0; channel < CHANNELS; channel++) {
      double[][] g = gradients[channel];
      double topLeft = dot(g[lattice[i + top]], rx, ry);
      double topRight = dot(g[lattice[j + top]], rx - 1, ry);
      double bottomLeft = dot(g[lattice[i + bottom]], rx, ry - 1);
      double bottomRight = dot(g[lattice[j + bottom]], rx - 1, ry - 1);
      double above = between(sx, topLeft, topRight);
      double below = between(sx, bottomLeft, bottomRight);
      out[channel] = between(sy, above, below);
    }
  }

  private static double curve(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double between(double t, double from, double to) {
    return from + t * (to - from);
  }

  private static double dot(double[] gradient, double x, double y) {
    return x * gradient[0] + y * gradient[1];
  }
}
