package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive.DisplacementMap;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DisplacementMap.Channel;

/** {@code feDisplacementMap} (Filter Effects 1 §9.11). */
final class Displacement {
  private Displacement() {}

  /**
   * @param in what is displaced, in whatever colour space it is
   * @param map in the colour space of the primitive
   */
  static int[] of(DisplacementMap p, int[] in, int[] map, PixelGrid grid, PixelBox box) {
    int[] out = new int[in.length];
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        int at = y * grid.width() + x;
        double dx = p.scale() * grid.scaleX() * (value(map[at], p.xChannel()) - 0.5);
        double dy = p.scale() * grid.scaleY() * (value(map[at], p.yChannel()) - 0.5);
        long fromX = Math.round(x + dx);
        long fromY = Math.round(y + dy);
        boolean inside = fromX >= 0 && fromY >= 0 && fromX < grid.width() && fromY < grid.height();
        out[at] = inside ? in[(int) (fromY * grid.width() + fromX)] : 0;
      }
    }
    return out;
  }

  private static double value(int pixel, Channel channel) {
    int alpha = Argb.alpha(pixel);
    int value =
        switch (channel) {
          case A -> alpha;
          case R -> Argb.straight(Argb.red(pixel), alpha);
          case G -> Argb.straight(Argb.green(pixel), alpha);
          case B -> Argb.straight(Argb.blue(pixel), alpha);
        };
    return value / 255.0;
  }
}
