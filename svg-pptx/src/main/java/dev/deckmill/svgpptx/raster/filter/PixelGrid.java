package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Box;

/**
 * The pixels that a filter is computed on, and where they lie in user space.
 *
 * @param scaleX pixels in a user unit, above 0
 * @param scaleY the same along y
 * @param offsetX where the user space's 0 lies, in pixels
 * @param offsetY the same along y
 * @param width pixels in a row
 * @param height rows
 * @param unit pixels in a pixel of the page, 1 at least: what a browser would show it with, and so
 *     the length that primitives count in which count in pixels
 */
public record PixelGrid(
    double scaleX,
    double scaleY,
    double offsetX,
    double offsetY,
    int width,
    int height,
    double unit) {
  public PixelGrid {
    if (!(scaleX > 0 && scaleY > 0 && width > 0 && height > 0 && unit > 0)) {
      throw new IllegalArgumentException("a grid has pixels and a scale");
    }
  }

  public long pixels() {
    return (long) width * height;
  }

  /** What of user space it covers. */
  Box area() {
    return new Box(-offsetX / scaleX, -offsetY / scaleY, width / scaleX, height / scaleY);
  }

  /** The pixels that a box of user space touches. */
  PixelBox box(Box box) {
    return new PixelBox(
        within(Math.floor(pixelX(box.x()) + ALMOST), width),
        within(Math.floor(pixelY(box.y()) + ALMOST), height),
        within(Math.ceil(pixelX(box.x() + box.width()) - ALMOST), width),
        within(Math.ceil(pixelY(box.y() + box.height()) - ALMOST), height));
  }

  /** What is less of a pixel isn't seen. */
  private static final double ALMOST = 1e-3;

  double pixelX(double x) {
    return x * scaleX + offsetX;
  }

  double pixelY(double y) {
    return y * scaleY + offsetY;
  }

  private static int within(double pixel, int most) {
    return (int) Math.clamp(pixel, 0, most);
  }

  /** The user space's x in the middle of a column. */
  double userX(int column) {
    return (column + 0.5 - offsetX) / scaleX;
  }

  /** The user space's y in the middle of a row. */
  double userY(int row) {
    return (row + 0.5 - offsetY) / scaleY;
  }

  /** So many pixels are one pixel of the page. */
  int stride() {
    return (int) Math.max(1, Math.round(unit));
  }
}
