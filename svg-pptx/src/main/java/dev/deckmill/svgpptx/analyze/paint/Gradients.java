package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.List;
import java.util.Optional;

/** What is special about a gradient. */
public final class Gradients {
  private Gradients() {}

  /** Whether a gradient of the slide's over the form's box is the same. */
  public static boolean isDrawable(Paint.Radial r, Form form, Affine toSlide) {
    return GradientCircles.of(r, Forms.turn(form).inverse().times(toSlide)).areDrawable();
  }

  /**
   * Whether LibreOffice draws it as it is: two opaque colours around the middle of the form's box,
   * without anything beyond.
   */
  public static boolean isSimple(Paint.Radial r, Form form, Affine toSlide) {
    GradientCircles circles = GradientCircles.of(r, toSlide);
    Extent box = Extent.of(Forms.path(form));
    double offX = circles.centerX(1) - (box.left() + box.right()) / 2;
    double offY = circles.centerY(1) - (box.top() + box.bottom()) / 2;
    return circles.areConcentric()
        && circles.areDrawable()
        && r.fr() == 0
        && r.spread() == Paint.Spread.PAD
        && r.stops().size() == 2
        && r.stops().getFirst().offset() == 0
        && r.stops().getLast().offset() == 1
        && Paints.isOpaque(r)
        && Math.hypot(offX, offY) < 0.01 * Math.hypot(box.width(), box.height());
  }

  /** Whether it begins anew more often over a form than its stops can be written. */
  public static boolean repeatsTooOften(Paint paint, Extent extent, Affine toSlide) {
    return switch (paint) {
      case Paint.None none -> false;
      case Paint.Solid solid -> false;
      case Paint.Linear l ->
          l.spread() != Paint.Spread.PAD
              && onlyColor(l).isEmpty()
              && 2 * LinearSlope.of(l, toSlide).reach(extent.width(), extent.height())
                  > Stops.MOST_REPEATS;
      case Paint.Radial r -> {
        GradientCircles circles = GradientCircles.of(r, toSlide);
        yield r.spread() != Paint.Spread.PAD
            && onlyColor(r).isEmpty()
            && circles.areNested()
            && Math.max(
                    circles.offsetAt(extent.left(), extent.top()),
                    circles.offsetAt(extent.right(), extent.bottom()))
                > Stops.MOST_REPEATS;
      }
      case Paint.Pattern pattern -> false;
    };
  }

  /** The colour of a gradient that has only one, or no extent to run over (SVG 2 §14.2). */
  public static Optional<Rgba> onlyColor(Paint paint) {
    return switch (paint) {
      case Paint.None none -> Optional.empty();
      case Paint.Solid solid -> Optional.of(solid.color());
      case Paint.Linear l ->
          Math.hypot(l.x2() - l.x1(), l.y2() - l.y1()) * Math.abs(l.transform().determinant())
                  < 1e-12
              ? Optional.of(last(l.stops()))
              : same(l.stops());
      case Paint.Radial r ->
          r.r() * Math.abs(r.transform().determinant()) < 1e-12
              ? Optional.of(last(r.stops()))
              : same(r.stops());
      case Paint.Pattern pattern -> Optional.empty();
    };
  }

  private static Rgba last(List<Paint.Stop> stops) {
    return stops.get(stops.size() - 1).color();
  }

  private static Optional<Rgba> same(List<Paint.Stop> stops) {
    Rgba first = stops.get(0).color();
    return stops.stream().allMatch(s -> s.color().equals(first))
        ? Optional.of(first)
        : Optional.empty();
  }
}
