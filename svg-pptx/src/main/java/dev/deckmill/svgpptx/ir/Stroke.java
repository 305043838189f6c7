package dev.deckmill.svgpptx.ir;

import java.util.Arrays;
import java.util.Objects;

/**
 * How an outline is painted (SVG 2 §13.5).
 *
 * @param width in user units, above 0
 * @param miterLimit at least 1
 * @param dashes lengths of dashes and gaps in turn, in user units, an even number of them; empty
 *     for a solid line
 * @param dashOffset in user units
 * @param nonScaling {@code vector-effect: non-scaling-stroke}: lengths are the page's user units,
 *     whatever transform
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by value below
public record Stroke(
    Paint paint,
    double width,
    Cap cap,
    Join join,
    double miterLimit,
    double[] dashes,
    double dashOffset,
    boolean nonScaling) {
  /** {@code stroke-linecap}. */
  public enum Cap {
    BUTT,
    ROUND,
    SQUARE
  }

  /** {@code stroke-linejoin}; miter-clip and arcs are drawn as MITER. */
  public enum Join {
    MITER,
    ROUND,
    BEVEL
  }

  public Stroke {
    Objects.requireNonNull(paint, "paint");
    Objects.requireNonNull(cap, "cap");
    Objects.requireNonNull(join, "join");
    if (!(width > 0)) {
      throw new IllegalArgumentException("a stroke has a width, not " + width);
    }
    dashes = dashes.clone();
  }

  /** The same without dashes. */
  public Stroke solid() {
    return new Stroke(paint, width, cap, join, miterLimit, new double[0], 0, nonScaling);
  }

  /** The same with dashes and their offset so many times as long. */
  public Stroke withDashesTimes(double factor) {
    double[] longer = Arrays.stream(dashes).map(dash -> dash * factor).toArray();
    return new Stroke(paint, width, cap, join, miterLimit, longer, dashOffset * factor, nonScaling);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stroke s
        && paint.equals(s.paint)
        && width == s.width
        && cap == s.cap
        && join == s.join
        && miterLimit == s.miterLimit
        && Arrays.equals(dashes, s.dashes)
        && dashOffset == s.dashOffset
        && nonScaling == s.nonScaling;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        paint, width, cap, join, miterLimit, Arrays.hashCode(dashes), dashOffset, nonScaling);
  }
}
