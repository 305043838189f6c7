package dev.deckmill.svgpptx.raster.filter;

import java.util.Arrays;

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

  /** So many lines are turned together: what they write lies side by side. */
  private static final int BLOCK = 16;

  private static int[] turned(int[] in, int length, int count, Operation operation) {
    int[] out = new int[in.length];
    int[] block = new int[BLOCK * length];
    int[] line = new int[length];
    for (int first = 0; first < count; first += BLOCK) {
      int lines = Math.min(BLOCK, count - first);
      if (operation == Operation.NONE) {
        System.arraycopy(in, first * length, block, 0, lines * length);
      } else {
        Arrays.fill(block, 0);
        for (int n = 0; n < lines; n++) {
          work(in, (first + n) * length, operation, line, block, n * length);
        }
      }
      turn(block, length, lines, out, first, count);
    }
    return out;
  }

  private static void work(int[] in, int from, Operation operation, int[] line, int[] out, int to) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      if (read(in, from, shift, line)) {
        operation.on(line);
        for (int i = 0; i < line.length; i++) {
          out[to + i] |= line[i] << shift;
        }
      }
    }
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

  private static void turn(int[] block, int length, int lines, int[] out, int first, int count) {
    for (int x = 0; x < length; x++) {
      int to = x * count + first;
      for (int n = 0; n < lines; n++) {
        out[to + n] = block[n * length + x];
      }
    }
  }
}
