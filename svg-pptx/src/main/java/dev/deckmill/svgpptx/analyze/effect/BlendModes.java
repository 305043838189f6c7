package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.ir.BlendFunctions;
import dev.deckmill.svgpptx.ir.Compositing.Blend;
import dev.deckmill.svgpptx.ir.Rgba;

/** Colours in blend modes (CSS Compositing 1 §10) over an opaque backdrop. */
final class BlendModes {
  private BlendModes() {}

  /** The colour that is seen where {@code source} is blended with an opaque backdrop. */
  static Rgba blended(Blend mode, Rgba source, Rgba backdrop) {
    double[] s = channels(source);
    double[] b = channels(backdrop);
    double[] mixed = new double[3];
    BlendFunctions.mix(mode, b, s, mixed);
    int rgb = 0;
    for (int i = 0; i < 3; i++) {
      double channel = b[i] + (mixed[i] - b[i]) * source.alpha();
      rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, channel)));
    }
    return new Rgba(rgb, 1);
  }

  private static double[] channels(Rgba color) {
    return new double[] {
      (color.rgb() >> 16 & 0xff) / 255.0,
      (color.rgb() >> 8 & 0xff) / 255.0,
      (color.rgb() & 0xff) / 255.0
    };
  }
}
