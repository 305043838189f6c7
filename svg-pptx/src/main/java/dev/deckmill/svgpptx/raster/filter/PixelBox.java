package dev.deckmill.svgpptx.raster.filter;

/** Whole pixels of a grid: those from left and top up to, and without, right and bottom. */
record PixelBox(int left, int top, int right, int bottom) {
  int width() {
    return Math.max(0, right - left);
  }

  int height() {
    return Math.max(0, bottom - top);
  }

  long pixels() {
    return (long) width() * height();
  }

  boolean isEmpty() {
    return right <= left || bottom <= top;
  }
}
