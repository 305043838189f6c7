package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import java.util.Objects;

/**
 * A paint and the way from its user space to the slide.
 *
 * @param paint never a pattern: of one that is left its first colour stands for it
 */
public record PaintUse(Paint paint, Affine toSlide) {
  public static final PaintUse NONE = new PaintUse(new Paint.None(), Affine.IDENTITY);

  public PaintUse {
    paint = PatternColor.instead(Objects.requireNonNull(paint, "paint"));
    Objects.requireNonNull(toSlide, "toSlide");
  }
}
