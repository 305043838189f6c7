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
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the first steps of a filter do to one colour (Filter Effects 1 §9.6, §9.7): they compute in
 * sRGB, as filter functions do and primitives that say so.
 */
final class ColorChange {
  /** Nobody writes more of them; what is behind them stays a filter. */
  private static final int MOST_STEPS = 16;

  private final List<UnaryOperator<double[]>> changes = new ArrayList<>();
  private double opacity = 1;

  private ColorChange() {}

  /**
   * The steps of a filter, from its first on, that change colours and nothing else; null where its
   * first is more than that.
   *
   * @param isOpaque whether all that is filtered is opaque: a matrix may look at alpha, which is
   *     known of such a thing alone
   */
  static @Nullable ColorChange leading(Filter filter, BooleanSupplier isOpaque) {
    ColorChange all = new ColorChange();
    if (!filter.steps().stream().allMatch(ColorChange::isInChain)) {
      return null;
    }
    for (Filter.Step step : filter.steps()) {
      boolean plain = !step.linearRgb() && step.result() == null;
      if (!plain || all.steps() == MOST_STEPS || !all.add(step.primitive(), isOpaque)) {
        break;
      }
    }
    return all.changes.isEmpty() ? null : all;
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

  /** False where the primitive does more than change colours and fade them. */
  private boolean add(FilterPrimitive primitive, BooleanSupplier isOpaque) {
    if (primitive instanceof ComponentTransfer t) {
      return add(
          opacity(t.alpha()),
          c -> new double[] {t.red().value(c[0]), t.green().value(c[1]), t.blue().value(c[2])});
    }
    if (!(primitive instanceof ColorMatrix matrix)) {
      return false;
    }
    double[] m = matrix.coefficients();
    boolean looksAtAlpha = m[3] != 0 || m[8] != 0 || m[13] != 0;
    boolean isFactor = m[15] == 0 && m[16] == 0 && m[17] == 0 && m[19] == 0;
    return isFactor
        && (!looksAtAlpha || (opacity == 1 && isOpaque.getAsBoolean()))
        && add(m[18], c -> new double[] {row(m, 0, c), row(m, 5, c), row(m, 10, c)});
  }

  private boolean add(double factor, UnaryOperator<double[]> change) {
    if (!(factor >= 0 && factor <= 1)) {
      return false;
    }
    opacity *= factor;
    changes.add(change);
    return true;
  }

  /** NaN where alpha is not just multiplied. */
  private static double opacity(TransferFunction alpha) {
    return alpha instanceof TransferFunction.Identity
        ? 1
        : alpha instanceof TransferFunction.Linear l && l.intercept() == 0 ? l.slope() : Double.NaN;
  }

  /** Of a colour whose alpha is 1, where alpha counts. */
  private static double row(double[] m, int at, double[] c) {
    return m[at] * c[0] + m[at + 1] * c[1] + m[at + 2] * c[2] + m[at + 3] + m[at + 4];
  }

  /** So many of the filter's steps it is. */
  int steps() {
    return changes.size();
  }

  /** What it does to alpha: a factor, 0 to 1. */
  double opacity() {
    return opacity;
  }

  /** The colour behind it, its alpha as it was. Each step gives whole 255ths, as on a screen. */
  Rgba of(Rgba color) {
    double[] c = {
      (color.rgb() >> 16 & 0xff) / 255.0,
      (color.rgb() >> 8 & 0xff) / 255.0,
      (color.rgb() & 0xff) / 255.0
    };
    for (UnaryOperator<double[]> change : changes) {
      c = change.apply(c);
      for (int i = 0; i < c.length; i++) {
        c[i] = Math.round(255 * Math.clamp(c[i], 0, 1)) / 255.0;
      }
    }
    int rgb = 0;
    for (double channel : c) {
      rgb = rgb << 8 | (int) Math.round(255 * channel);
    }
    return new Rgba(rgb, color.alpha());
  }
}
