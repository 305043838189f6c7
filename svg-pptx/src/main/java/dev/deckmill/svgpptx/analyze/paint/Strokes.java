package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.analyze.geometry.Dashes;
import dev.deckmill.svgpptx.analyze.geometry.NearPath;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.geometry.PathBuilder;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.StrokeUse;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import dev.deckmill.svgpptx.ir.Stroke;
import java.awt.BasicStroke;
import java.util.Arrays;

/** Strokes as lines of the slide, or as outlines where no line looks like them. */
public final class Strokes {
  /** A wider stroke covers all that is to be seen, in user units as in EMU, dashes or not. */
  private static final double WIDEST = 1e8;

  private static final int MOST_RENDERED_DASHES = 200_000;

  /** More dashes than this on one outline are drawn as a solid line: nobody can tell them apart. */
  private static final int MOST_DASHES = 1_500;

  private Strokes() {}

  /** Whether a line of one width can show it: under a squeeze it would be wide here, thin there. */
  public static boolean isLine(Stroke stroke, Affine toSlide) {
    return stroke.nonScaling() || Similarity.keepsShapes(toSlide);
  }

  /**
   * The stroke as a line, with {@code paint} for its own.
   *
   * @param scale EMU to one of the units its lengths are in
   */
  public static StrokeUse line(Stroke stroke, Paint paint, Affine toSlide, double scale) {
    return new StrokeUse(
        new PaintUse(paint, toSlide),
        stroke.width() * scale,
        stroke.cap(),
        stroke.join(),
        stroke.miterLimit(),
        dashes(stroke, scale),
        null,
        null);
  }

  /** Gaps of nothing make a solid line. */
  private static double[] dashes(Stroke stroke, double scale) {
    double[] dashes = stroke.dashes();
    double gaps = 0;
    for (int i = 1; i < dashes.length; i += 2) {
      gaps += dashes[i];
    }
    return gaps == 0 ? new double[0] : Arrays.stream(dashes).map(d -> d * scale).toArray();
  }

  /** Whether anything is drawn: dashes of nothing without round or square ends are not. */
  public static boolean draws(Stroke stroke) {
    double[] dashes = stroke.dashes();
    double drawn = 0;
    for (int i = 0; i < dashes.length; i += 2) {
      drawn += dashes[i];
    }
    return dashes.length == 0 || drawn > 0 || stroke.cap() != Stroke.Cap.BUTT;
  }

  /** What the stroke covers, as a path for the even-odd rule, in the space of {@code toSlide}. */
  public static Geometry.Path outline(
      Geometry geometry, Stroke stroke, Affine toSlide, double pageScale) {
    Affine inside = stroke.nonScaling() ? toSlide : Affine.IDENTITY;
    double scale = stroke.nonScaling() ? pageScale : 1;
    Geometry.Path along = NearPath.ofAny(Outlines.path(geometry, inside));
    boolean dashed =
        stroke.width() * scale < WIDEST
            && isDashed(stroke, scale)
            && Dashes.most(along, stroke.dashes(), scale) <= MOST_DASHES;
    java.awt.Shape covered =
        java2d(dashed ? stroke : stroke.solid(), scale)
            .createStrokedShape(Outlines.shape(along, FillRule.NONZERO));
    Geometry.Path simple = Outlines.path(Outlines.area(covered));
    return stroke.nonScaling() ? simple : PathBuilder.transformed(simple, toSlide);
  }

  /** Whether a renderer gets to the end of its dashes: else it is drawn as a solid line. */
  public static boolean canBeDashed(Geometry geometry, Stroke stroke) {
    return stroke.dashes().length == 0
        || Dashes.most(Outlines.path(geometry, Affine.IDENTITY), stroke.dashes(), 1)
            <= MOST_RENDERED_DASHES;
  }

  /** Whether Java2D, whose numbers have single precision, can tell its dashes from nothing. */
  private static boolean isDashed(Stroke stroke, double scale) {
    float sum = 0;
    for (double length : stroke.dashes()) {
      sum += (float) (length * scale);
    }
    return sum > 0 && Float.isFinite(sum);
  }

  private static BasicStroke java2d(Stroke stroke, double scale) {
    int cap =
        switch (stroke.cap()) {
          case BUTT -> BasicStroke.CAP_BUTT;
          case ROUND -> BasicStroke.CAP_ROUND;
          case SQUARE -> BasicStroke.CAP_SQUARE;
        };
    int join =
        switch (stroke.join()) {
          case MITER -> BasicStroke.JOIN_MITER;
          case ROUND -> BasicStroke.JOIN_ROUND;
          case BEVEL -> BasicStroke.JOIN_BEVEL;
        };
    double[] lengths = stroke.dashes();
    float[] dashes = lengths.length == 0 ? null : new float[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      dashes[i] = (float) (lengths[i] * scale);
    }
    return new BasicStroke(
        (float) Math.min(stroke.width() * scale, WIDEST),
        cap,
        join,
        (float) Math.max(1, stroke.miterLimit()),
        dashes,
        (float) (phase(stroke) * scale));
  }

  /** Java2D takes no offset below 0; one of a whole list more means the same. */
  private static double phase(Stroke stroke) {
    double offset = stroke.dashOffset();
    double total = Arrays.stream(stroke.dashes()).sum();
    return offset >= 0 || total <= 0 ? Math.max(0, offset) : offset % total + total;
  }

  /** How far from the outline the stroke may reach, in its own units. */
  public static double reach(Stroke stroke) {
    double corner = stroke.join() == Stroke.Join.MITER ? Math.min(stroke.miterLimit(), 10) : 1;
    double end = stroke.cap() == Stroke.Cap.SQUARE ? Math.sqrt(2) : 1;
    return stroke.width() / 2 * Math.max(corner, end);
  }
}
