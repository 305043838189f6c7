package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.ir.Stroke;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an outline is drawn.
 *
 * @param width in EMU
 * @param miterLimit in line widths
 * @param dashes in EMU, dash and gap in turn; empty: solid
 * @param start what stands on its first point, or null
 * @param end what stands on its last point, or null
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StrokeUse(
    PaintUse ink,
    double width,
    Stroke.Cap cap,
    Stroke.Join join,
    double miterLimit,
    double[] dashes,
    @Nullable LineEnd start,
    @Nullable LineEnd end) {
  public StrokeUse {
    Objects.requireNonNull(ink, "ink");
    Objects.requireNonNull(cap, "cap");
    Objects.requireNonNull(join, "join");
  }

  /** In another paint. */
  public StrokeUse in(PaintUse other) {
    return new StrokeUse(other, width, cap, join, miterLimit, dashes, start, end);
  }

  /** Without dashes. */
  public StrokeUse solid() {
    return new StrokeUse(ink, width, cap, join, miterLimit, new double[0], start, end);
  }

  /** With something on its ends. */
  public StrokeUse with(@Nullable LineEnd onStart, @Nullable LineEnd onEnd) {
    return new StrokeUse(ink, width, cap, join, miterLimit, dashes, onStart, onEnd);
  }
}
