package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;

/**
 * What {@code context-fill} and {@code context-stroke} stand for (SVG 2 §13.2.1).
 *
 * @param fill in the context element's user space
 * @param stroke in the context element's user space
 * @param toContext from the user space at hand to the context element's
 */
record ContextPaint(Paint fill, Paint stroke, Affine toContext) {
  ContextPaint within(Affine transform) {
    return transform.isIdentity()
        ? this
        : new ContextPaint(fill, stroke, toContext.times(transform));
  }

  Paint fillHere() {
    return here(fill);
  }

  Paint strokeHere() {
    return here(stroke);
  }

  private Paint here(Paint paint) {
    if (toContext.isIdentity()) {
      return paint;
    }
    Affine back = Matrices.inverse(toContext);
    return back == null ? new Paint.None() : Matrices.moved(paint, back);
  }
}
