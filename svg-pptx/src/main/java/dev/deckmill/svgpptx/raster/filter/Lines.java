package dev.deckmill.svgpptx.raster.filter;

/**
 * Works on a picture line by line and channel by channel. What comes out is turned over its
 * diagonal, so that the next pass finds columns as lines, one after the other in memory.
 */
final class Lines {
  private Lines() {}

  /** What becomes of a line; of one that is all 0 it makes 0. */
  @FunctionalInterface
  interface Operation {
    Operation NONE = line -> {};

    /** Replaces the values, 0 to 255 each. */
    void on(int[] line);
  }

  /** The rows by one operation, and then the columns by the other. */
  static int[] rowsThenColumns(int[] argb, int width, Operation rows, Operation columns) {
    int height = argb.length / width;
    return turned(turned(argb, width, height, rows), height, width, columns);
  }

  private static int[] turned(int[] in, int length, int count, Operation operation) {
    int[] out = new int[in.length];
    int[] line = new int[length];
    for (int n = 0; n < count; n++) {
      int start = n * length;
      for (int shift = 24; shift >= 0; shift -= 8) {
        if (read(in, start, shift, line)) {
          operation.on(line);
          write(line, shift, out, n, count);
        }
      }
    }
    return out;
  }

  /** Whether there is anything to see. */
  private static boolean read(int[] in, int start, int shift, int[] line) {
    int any = 0;
    for (int i = 0; i < line.length; i++) {
      int value = in[start + i] >>> shift & 0xff;
      line[i] = value;
      any |= value;
    }
    return any != 0;
  }

  private static void write(int[] line, int shift, int[] out, int from, int step) {
    for (int i = 0, at = from; i < line.length; i++, at += step) {
      out[at] |= line[i] << shift;
    }
  }
}
