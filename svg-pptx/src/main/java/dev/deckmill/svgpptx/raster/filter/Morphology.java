package dev.deckmill.svgpptx.raster.filter;

import java.util.Arrays;

/**
 * One axis of {@code feMorphology} (Filter Effects 1 §9.18) by van Herk's and Gil's algorithm:
 * least and greatest values of a window in three comparisons each, however wide it is.
 */
final class Morphology implements Lines.Operation {
  private final int radius;
  private final boolean isDilating;
  private int[] padded = new int[0];
  private int[] forward = new int[0];
  private int[] backward = new int[0];

  private Morphology(int radius, boolean isDilating) {
    this.radius = radius;
    this.isDilating = isDilating;
  }

  static Lines.Operation dilating(int radius) {
    return radius == 0 ? Lines.Operation.NONE : new Morphology(radius, true);
  }

  static Lines.Operation eroding(int radius) {
    return radius == 0 ? Lines.Operation.NONE : new Morphology(radius, false);
  }

  @Override
  public void on(int[] line) {
    int reach = Math.min(radius, line.length);
    int window = 2 * reach + 1;
    prepare(line, reach);
    for (int i = 0; i < padded.length; i++) {
      forward[i] = i % window == 0 ? padded[i] : pick(forward[i - 1], padded[i]);
    }
    for (int i = padded.length - 1; i >= 0; i--) {
      boolean ends = i == padded.length - 1 || (i + 1) % window == 0;
      backward[i] = ends ? padded[i] : pick(backward[i + 1], padded[i]);
    }
    for (int i = 0; i < line.length; i++) {
      line[i] = pick(backward[i], forward[i + window - 1]);
    }
  }

  /** Outside of the picture is nothing. */
  private void prepare(int[] line, int reach) {
    int length = line.length + 2 * reach;
    if (padded.length != length) {
      padded = new int[length];
      forward = new int[length];
      backward = new int[length];
    }
    Arrays.fill(padded, 0);
    System.arraycopy(line, 0, padded, reach, line.length);
  }

  private int pick(int a, int b) {
    return isDilating ? Math.max(a, b) : Math.min(a, b);
  }
}
