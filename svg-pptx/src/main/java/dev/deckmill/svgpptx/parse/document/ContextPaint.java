package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.geometry.Matrices;

/**
 * What {@code context-fill} and {@code context-stroke} stand for (SVG 2 §13.2.1).
 *
 * @param source the context element's paints, in its user space
 * @param toContext from the user space at hand to the context element's
 */
public record ContextPaint(Source source, Affine toContext) {
  /** The paints of a context element; asked only if something is painted with them. */
  @FunctionalInterface
  public interface Source {
    /**
     * Its paint.
     *
     * @param property FILL or STROKE
     */
    Paint paint(Property property) throws PageRejected;
  }

  ContextPaint within(Affine transform) {
    return transform.isIdentity() ? this : new ContextPaint(source, toContext.times(transform));
  }

  /** The paint as seen from the user space at hand. */
  public Paint here(Property property) throws PageRejected {
    Paint paint = source.paint(property);
    if (toContext.isIdentity()) {
      return paint;
    }
    Affine back = Matrices.inverse(toContext);
    return back == null ? Paint.NONE : Paint.under(paint, back);
  }
}
