package dev.deckmill.svgpptx.parse.geometry;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import org.jspecify.annotations.Nullable;

/** {@code viewBox} (SVG 2 §8.6). */
public final class ViewBox {
  private ViewBox() {}

  /** The box; null where the attribute is missing or not four numbers with an area. */
  public static @Nullable Box parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    ValueReader in = new ValueReader(text);
    double[] n = new double[4];
    in.skipSpace();
    for (int i = 0; i < 4; i++) {
      n[i] = in.number();
      in.skipComma();
    }
    return n[2] > 0 && n[3] > 0 && !Double.isNaN(n[0] + n[1]) && in.atEnd()
        ? new Box(n[0], n[1], n[2], n[3])
        : null;
  }
}
