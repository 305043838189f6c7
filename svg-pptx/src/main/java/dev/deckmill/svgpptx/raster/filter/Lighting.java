package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive.DiffuseLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.SpecularLighting;
import dev.deckmill.svgpptx.ir.LightSource;
import dev.deckmill.svgpptx.ir.Rgba;

/**
 * {@code feDiffuseLighting} and {@code feSpecularLighting} (Filter Effects 1 §9.10, §9.19): Phong's
 * model, without what is ambient.
 */
final class Lighting {
  private static final double LEAST_EXPONENT = 1;
  private static final double MOST_EXPONENT = 128;

  /** What of the light comes back from a point. */
  @FunctionalInterface
  private interface Reflection {
    double of(Surface normal, Light light);
  }

  private final PixelGrid grid;
  private final Surface surface;
  private final Light light;
  private final double[] color;

  private Lighting(PixelGrid grid, Surface surface, LightSource light, Rgba color, PixelColors in) {
    this.grid = grid;
    this.surface = surface;
    this.light = new Light(light);
    this.color =
        new double[] {
          255 * in.fromSrgb((color.rgb() >> 16 & 0xff) / 255.0),
          255 * in.fromSrgb((color.rgb() >> 8 & 0xff) / 255.0),
          255 * in.fromSrgb((color.rgb() & 0xff) / 255.0)
        };
  }

  static int[] of(DiffuseLighting p, Layer in, PixelGrid grid, PixelBox box) {
    Surface surface = new Surface(in.argb(), grid, p.surfaceScale());
    double constant = Math.max(0, p.diffuseConstant());
    return new Lighting(grid, surface, p.light(), p.color(), in.space())
        .all(box, false, (n, l) -> constant * (n.x * l.x + n.y * l.y + n.z * l.z));
  }

  static int[] of(SpecularLighting p, Layer in, PixelGrid grid, PixelBox box) {
    Surface surface = new Surface(in.argb(), grid, p.surfaceScale());
    double constant = Math.max(0, p.specularConstant());
    double exponent = Math.clamp(p.specularExponent(), LEAST_EXPONENT, MOST_EXPONENT);
    return new Lighting(grid, surface, p.light(), p.color(), in.space())
        .all(box, true, (n, l) -> constant * highlight(n, l, exponent));
  }

  /** {@code (N · H)^exponent}; H is half way between the light and the eye. */
  private static double highlight(Surface n, Light l, double exponent) {
    double hz = l.z + 1;
    double length = Math.sqrt(l.x * l.x + l.y * l.y + hz * hz);
    double cosine = length == 0 ? 0 : (n.x * l.x + n.y * l.y + n.z * hz) / length;
    return cosine <= 0 ? 0 : Math.pow(cosine, exponent);
  }

  private int[] all(PixelBox box, boolean isHighlight, Reflection reflection) {
    int[] out = new int[(int) grid.pixels()];
    for (int row = box.top(); row < box.bottom(); row++) {
      for (int column = box.left(); column < box.right(); column++) {
        double strength =
            light.shines(grid.userX(column), grid.userY(row), surface.height(column, row));
        if (strength > 0) {
          surface.look(column, row);
          strength *= reflection.of(surface, light);
        }
        out[row * grid.width() + column] = pixel(Math.max(0, strength), isHighlight);
      }
    }
    return out;
  }

  private int pixel(double strength, boolean isHighlight) {
    int red = Argb.clamped(strength * color[0]);
    int green = Argb.clamped(strength * color[1]);
    int blue = Argb.clamped(strength * color[2]);
    int alpha = isHighlight ? Math.max(red, Math.max(green, blue)) : 255;
    return Argb.of(alpha, red, green, blue);
  }
}
