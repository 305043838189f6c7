package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Box;
import java.util.Arrays;

/** {@code feOffset}, {@code feTile} and {@code feFlood}: pixels that stay what they are. */
final class Movement {
  private Movement() {}

  /** Moved by whole pixels; what leaves the picture is gone. */
  static int[] moved(int[] in, PixelGrid grid, double dx, double dy) {
    int width = grid.width();
    int height = grid.height();
    int right = Math.clamp(Math.round(dx), -width, width);
    int down = Math.clamp(Math.round(dy), -height, height);
    int[] out = new int[in.length];
    int from = Math.max(0, -right);
    int length = width - Math.abs(right);
    for (int y = Math.max(0, down); y < Math.min(height, height + down) && length > 0; y++) {
      System.arraycopy(in, (y - down) * width + from, out, y * width + from + right, length);
    }
    return out;
  }

  /** A tile, again and again, in a box. */
  static int[] tiled(int[] in, PixelGrid grid, Box tile, PixelBox box) {
    int[] columns = tiled(grid.pixelX(tile.x()), tile.width() * grid.scaleX(), grid.width());
    int[] rows = tiled(grid.pixelY(tile.y()), tile.height() * grid.scaleY(), grid.height());
    int[] out = new int[in.length];
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        out[y * grid.width() + x] = in[rows[y] * grid.width() + columns[x]];
      }
    }
    return out;
  }

  /** Where each pixel of a line comes from; a tile need not be a whole number of pixels long. */
  private static int[] tiled(double start, double length, int count) {
    int[] from = new int[count];
    for (int i = 0; i < count; i++) {
      double into = i + 0.5 - start;
      double first = start + into - length * Math.floor(into / length);
      from[i] = (int) Math.clamp(Math.floor(first), 0, count - 1);
    }
    return from;
  }

  static int[] filled(int pixel, PixelGrid grid, PixelBox box) {
    int[] out = new int[(int) grid.pixels()];
    for (int y = box.top(); y < box.bottom() && pixel != 0 && !box.isEmpty(); y++) {
      Arrays.fill(out, y * grid.width() + box.left(), y * grid.width() + box.right(), pixel);
    }
    return out;
  }

  /** All alpha of a picture in one colour. */
  static int[] tinted(int[] in, int color) {
    int[] out = new int[in.length];
    for (int i = 0; i < in.length; i++) {
      out[i] = in[i] == 0 ? 0 : Argb.scaled(color, Argb.alpha(in[i]));
    }
    return out;
  }
}
