package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.TransferFunction;

/** {@code feComponentTransfer} (Filter Effects 1 §9.7): a table for each channel. */
final class ComponentTransfer {
  private final int[] red;
  private final int[] green;
  private final int[] blue;
  private final int[] alpha;

  private ComponentTransfer(FilterPrimitive.ComponentTransfer p) {
    red = table(p.red());
    green = table(p.green());
    blue = table(p.blue());
    alpha = table(p.alpha());
  }

  static ComponentTransfer of(FilterPrimitive.ComponentTransfer p) {
    return new ComponentTransfer(p);
  }

  int[] on(int[] argb) {
    int[] out = new int[argb.length];
    int before = 0;
    int after = changed(0);
    for (int i = 0; i < argb.length; i++) {
      if (argb[i] != before) {
        before = argb[i];
        after = changed(before);
      }
      out[i] = after;
    }
    return out;
  }

  private int changed(int pixel) {
    int a = Argb.alpha(pixel);
    return Argb.premultiplied(
        alpha[a],
        red[Argb.straight(Argb.red(pixel), a)],
        green[Argb.straight(Argb.green(pixel), a)],
        blue[Argb.straight(Argb.blue(pixel), a)]);
  }

  static int[] table(TransferFunction function) {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = Argb.clamped(255 * function.value(i / 255.0));
    }
    return table;
  }
}
