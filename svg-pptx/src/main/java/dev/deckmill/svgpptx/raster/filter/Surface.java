package dev.deckmill.svgpptx.raster.filter;

/**
 * A picture's alpha as a relief under light (Filter Effects 1 §9.10). Slopes are measured from one
 * pixel of the page to the next, however fine the picture is, and in user units.
 */
final class Surface {
  private final int[] argb;
  private final PixelGrid grid;
  private final double scale;
  private final int stride;

  /** The normal, of length 1, that {@link #look} has last found. */
  double x;

  double y;
  double z;

  /**
   * @param scale {@code surfaceScale}, in user units
   */
  Surface(int[] argb, PixelGrid grid, double scale) {
    this.argb = argb;
    this.grid = grid;
    this.scale = scale;
    this.stride = Math.min(grid.stride(), Math.max(1, Math.min(grid.width(), grid.height()) / 2));
  }

  /** In user units. */
  double height(int column, int row) {
    return scale * alpha(column, row) / 255;
  }

  private int alpha(int column, int row) {
    return argb[row * grid.width() + column] >>> 24;
  }

  /** The normal by Sobel's kernels; at the edges by those that know one side only. */
  void look(int column, int row) {
    int left = Math.max(0, column - stride);
    int right = Math.min(grid.width() - 1, column + stride);
    int top = Math.max(0, row - stride);
    int bottom = Math.min(grid.height() - 1, row + stride);
    // A kernel's middle line counts twice, and so does every slope.
    double slopeX = 2 * across(left, right, row, top, bottom) * grid.scaleX() / (right - left);
    double slopeY = 2 * down(top, bottom, column, left, right) * grid.scaleY() / (bottom - top);
    x = right == left ? 0 : -scale * slopeX / 255;
    y = bottom == top ? 0 : -scale * slopeY / 255;
    double length = Math.sqrt(x * x + y * y + 1);
    x /= length;
    y /= length;
    z = 1 / length;
  }

  private double across(int left, int right, int row, int top, int bottom) {
    double sum = 2.0 * (alpha(right, row) - alpha(left, row));
    int weight = 2;
    if (top < row) {
      sum += alpha(right, top) - alpha(left, top);
      weight++;
    }
    if (bottom > row) {
      sum += alpha(right, bottom) - alpha(left, bottom);
      weight++;
    }
    return sum / weight;
  }

  private double down(int top, int bottom, int column, int left, int right) {
    double sum = 2.0 * (alpha(column, bottom) - alpha(column, top));
    int weight = 2;
    if (left < column) {
      sum += alpha(left, bottom) - alpha(left, top);
      weight++;
    }
    if (right > column) {
      sum += alpha(right, bottom) - alpha(right, top);
      weight++;
    }
    return sum / weight;
  }
}
