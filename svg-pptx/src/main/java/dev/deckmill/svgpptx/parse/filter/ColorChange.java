package dev.deckmill.svgpptx.parse.filter;

import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ColorMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ComponentTransfer;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DropShadow;
import dev.deckmill.svgpptx.ir.FilterPrimitive.GaussianBlur;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.TransferFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filter function does to one colour (Filter Effects 1 §9.6, §9.7): it computes in sRGB, as
 * no primitive does that says nothing of it.
 *
 * @param primitive a colour matrix or a component transfer
 * @param opacity what it does to alpha: a factor, 0 to 1
 */
record ColorChange(FilterPrimitive primitive, double opacity) {
  /** Four rows of five; with another number of values a matrix changes nothing. */
  private static final int MATRIX_VALUES = 20;

  /** The change of a filter's step after those before it; null where it is more than that. */
  static @Nullable ColorChange of(Filter filter, int index) {
    List<Filter.Step> steps = filter.steps();
    if (index >= steps.size() || !steps.stream().allMatch(ColorChange::isInChain)) {
      return null;
    }
    Filter.Step step = steps.get(index);
    double opacity = opacity(step.primitive());
    boolean plain = !step.linearRgb() && step.result() == null;
    return plain && opacity >= 0 && opacity <= 1
        ? new ColorChange(step.primitive(), opacity)
        : null;
  }

  /** Whether a step works on the result before and on nothing else. */
  private static boolean isInChain(Filter.Step step) {
    FilterInput in =
        step.primitive() instanceof ColorMatrix m
            ? m.in()
            : step.primitive() instanceof ComponentTransfer c
                ? c.in()
                : step.primitive() instanceof DropShadow d
                    ? d.in()
                    : step.primitive() instanceof GaussianBlur b ? b.in() : Source.SOURCE_ALPHA;
    return in == Source.PREVIOUS;
  }

  /** NaN where alpha is not just multiplied. */
  private static double opacity(FilterPrimitive primitive) {
    if (primitive instanceof ComponentTransfer c) {
      return c.alpha() instanceof TransferFunction.Identity
          ? 1
          : c.alpha() instanceof TransferFunction.Linear l && l.intercept() == 0
              ? l.slope()
              : Double.NaN;
    }
    if (!(primitive instanceof ColorMatrix m) || m.type() == ColorMatrix.Type.LUMINANCE_TO_ALPHA) {
      return Double.NaN;
    }
    if (m.type() != ColorMatrix.Type.MATRIX) {
      return 1;
    }
    List<Double> v = m.values();
    if (v.size() != MATRIX_VALUES) {
      return 1;
    }
    boolean own = v.get(15) == 0 && v.get(16) == 0 && v.get(17) == 0 && v.get(19) == 0;
    return own ? v.get(18) : Double.NaN;
  }

  /** The colour behind it, its alpha as it was. */
  Rgba of(Rgba color) {
    double[] c = {
      (color.rgb() >> 16 & 0xff) / 255.0,
      (color.rgb() >> 8 & 0xff) / 255.0,
      (color.rgb() & 0xff) / 255.0
    };
    double[] changed =
        primitive instanceof ComponentTransfer t
            ? new double[] {value(t.red(), c[0]), value(t.green(), c[1]), value(t.blue(), c[2])}
            : matrix(c, color.alpha());
    int rgb = 0;
    for (double channel : changed) {
      rgb = rgb << 8 | (int) Math.round(255 * Math.clamp(channel, 0, 1));
    }
    return new Rgba(rgb, color.alpha());
  }

  private static double value(TransferFunction function, double c) {
    return switch (function) {
      case TransferFunction.Identity same -> c;
      case TransferFunction.Linear l -> l.slope() * c + l.intercept();
      case TransferFunction.Gamma g -> g.amplitude() * Math.pow(c, g.exponent()) + g.offset();
      case TransferFunction.Table t -> {
        int last = t.values().size() - 1;
        int k = Math.min(last - 1, (int) (c * last));
        yield last < 1
            ? last < 0 ? c : t.values().get(0)
            : t.values().get(k) + (c * last - k) * (t.values().get(k + 1) - t.values().get(k));
      }
      case TransferFunction.Discrete d -> {
        int count = d.values().size();
        yield count == 0 ? c : d.values().get(Math.min(count - 1, (int) (c * count)));
      }
    };
  }

  private double[] matrix(double[] c, double alpha) {
    ColorMatrix m = (ColorMatrix) primitive;
    List<Double> v = m.values();
    return switch (m.type()) {
      case MATRIX -> {
        double[] result = v.size() == MATRIX_VALUES ? new double[3] : c;
        for (int row = 0; row < 3 && result != c; row++) {
          int at = 5 * row;
          result[row] =
              v.get(at) * c[0]
                  + v.get(at + 1) * c[1]
                  + v.get(at + 2) * c[2]
                  + v.get(at + 3) * alpha
                  + v.get(at + 4);
        }
        yield result;
      }
      case SATURATE -> turned(c, v.isEmpty() ? 1 : v.get(0), 0);
      case HUE_ROTATE -> {
        double angle = Math.toRadians(v.isEmpty() ? 0 : v.get(0));
        yield turned(c, Math.cos(angle), Math.sin(angle));
      }
      case LUMINANCE_TO_ALPHA -> c;
    };
  }

  /** Saturation and hue rotation are one matrix with a cosine and a sine (§9.6). */
  private static double[] turned(double[] c, double cos, double sin) {
    double grey = 0.213 * c[0] + 0.715 * c[1] + 0.072 * c[2];
    return new double[] {
      grey + cos * (c[0] - grey) + sin * (-0.213 * c[0] - 0.715 * c[1] + 0.928 * c[2]),
      grey + cos * (c[1] - grey) + sin * (0.143 * c[0] + 0.140 * c[1] - 0.283 * c[2]),
      grey + cos * (c[2] - grey) + sin * (-0.787 * c[0] + 0.715 * c[1] + 0.072 * c[2])
    };
  }
}
