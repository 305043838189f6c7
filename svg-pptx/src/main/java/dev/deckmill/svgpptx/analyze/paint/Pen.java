package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.analyze.geometry.Dashes;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.Outlines;
import dev.deckmill.svgpptx.analyze.geometry.Similarity;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a line follows, and which dashes are left for it to have.
 *
 * @param form what the line follows
 * @param stroke the stroke, without dashes where they are in the form already
 * @param aside whether the form can't be filled instead of the shape's
 * @param offsetLost whether dashes begin elsewhere than they should: they were too many to cut
 */
public record Pen(Form form, Stroke stroke, boolean aside, boolean offsetLost) {

  /**
   * What the stroke of a shape follows.
   *
   * @param form the shape's, as it would be without dashes
   * @param scale EMU to one of the units that the stroke's lengths are in
   */
  public static Pen of(
      Shape shape, Form form, Stroke stroke, Affine toSlide, double scale, FidelityPolicy policy) {
    if (stroke.dashes().length == 0) {
      return new Pen(form, stroke, false, false);
    }
    Geometry.Path path = Outlines.path(shape.geometry(), toSlide);
    boolean wanted = Dashes.needCutting(stroke) || policy.cutsDashes(stroke.dashes().length);
    if (wanted) {
      double[] lengths = Arrays.stream(stroke.dashes()).map(d -> d * scale).toArray();
      Optional<Geometry.Path> cut = Dashes.cut(path, lengths, stroke.dashOffset() * scale);
      if (cut.isPresent() && cut.get().commands().length > 0) {
        return new Pen(new Form.Free(cut.get()), stroke.solid(), true, false);
      }
    }
    return new Pen(startsAlike(form, toSlide) ? form : new Form.Free(path), stroke, false, wanted);
  }

  /**
   * Whether DrawingML's preset begins where SVG's shape does and runs the same way, so that dashes
   * fall on the same places: an ellipse of PowerPoint's begins on its left, SVG's on its right.
   */
  private static boolean startsAlike(Form form, Affine toSlide) {
    return switch (form) {
      case Form.Rect rect -> {
        Similarity parts = Similarity.of(toSlide);
        yield !parts.mirrored() && (parts.degrees() == 0 || !parts.upright());
      }
      case Form.RoundRect round -> false;
      case Form.Ellipse ellipse -> false;
      case Form.Segment segment -> true;
      case Form.Free free -> true;
    };
  }

  /** One form for both: filled as {@code inside} is, drawn around as the pen goes. */
  public Form with(Form inside) {
    return aside && form instanceof Form.Free free
        ? new Form.Free(Forms.path(inside), free.inside())
        : form;
  }
}
