package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Box;

/**
 * A result: a picture of the whole grid. Its pixels are never changed once something else may read
 * them.
 *
 * @param argb row by row, see {@link Argb}
 * @param extent the subregion, in user space; outside of it is nothing
 */
@SuppressWarnings("ArrayRecordComponent") // a picture is never compared
record Layer(int[] argb, PixelColors space, Box extent) {
  /** The same picture in another colour space. */
  Layer in(PixelColors wanted) {
    if (wanted == space) {
      return this;
    }
    byte[] table = wanted.fromOther();
    int[] out = new int[argb.length];
    for (int i = 0; i < argb.length; i++) {
      int pixel = argb[i];
      out[i] = (pixel & 0xffffff) == 0 ? pixel : mapped(pixel, table);
    }
    return new Layer(out, wanted, extent);
  }

  private static int mapped(int pixel, byte[] table) {
    int alpha = Argb.alpha(pixel);
    int row = alpha << 8;
    return Argb.of(
        alpha,
        table[row | Argb.red(pixel)] & 0xff,
        table[row | Argb.green(pixel)] & 0xff,
        table[row | Argb.blue(pixel)] & 0xff);
  }

  /** Its alpha, of black. */
  Layer alphaAlone() {
    int[] out = new int[argb.length];
    for (int i = 0; i < argb.length; i++) {
      out[i] = argb[i] & 0xff000000;
    }
    return new Layer(out, space, extent);
  }

  /** What of it lies in a subregion. */
  Layer cut(PixelBox box, int width, Box region) {
    int height = argb.length / width;
    if (box.left() <= 0 && box.top() <= 0 && box.right() >= width && box.bottom() >= height) {
      return new Layer(argb, space, region);
    }
    int[] out = new int[argb.length];
    for (int y = box.top(); y < box.bottom() && !box.isEmpty(); y++) {
      System.arraycopy(argb, y * width + box.left(), out, y * width + box.left(), box.width());
    }
    return new Layer(out, space, region);
  }
}
