package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.TransferFunction;
import java.util.List;

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
      table[i] = Argb.clamped(255 * value(function, i / 255.0));
    }
    return table;
  }

  private static double value(TransferFunction function, double c) {
    return switch (function) {
      case TransferFunction.Identity identity -> c;
      case TransferFunction.Table table -> interpolated(table.values(), c);
      case TransferFunction.Discrete discrete -> step(discrete.values(), c);
      case TransferFunction.Linear linear -> linear.slope() * c + linear.intercept();
      case TransferFunction.Gamma gamma ->
          gamma.amplitude() * Math.pow(c, gamma.exponent()) + gamma.offset();
    };
  }

  private static double interpolated(List<Double> values, double c) {
    if (values.isEmpty()) {
      return c;
    }
    int pieces = values.size() - 1;
    int k = Math.min((int) (c * pieces), Math.max(0, pieces - 1));
    double from = values.get(k);
    double to = values.get(Math.min(k + 1, pieces));
    return from + (c * pieces - k) * (to - from);
  }

  private static double step(List<Double> values, double c) {
    return values.isEmpty()
        ? c
        : values.get(Math.min((int) (c * values.size()), values.size() - 1));
  }
}
