package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.parse.box.BoxStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shapes with the corners of a box. */
final class BoxShape {
  private final BoxStyle style;
  private final Box place;
  private final Origin origin;

  /**
   * @param place of the border box
   */
  BoxShape(BoxStyle style, Box place, Origin origin) {
    this.style = style;
    this.place = place;
    this.origin = origin;
  }

  /** As large as the border box; a line lies inside its edge. */
  Shape of(Paint fill, @Nullable Stroke line, Compositing effects) {
    return inset(line == null ? 0 : line.width() / 2, fill, line).withCompositing(effects);
  }

  /**
   * One whose edge lies inside that of the border box.
   *
   * @param by in user units; negative: outside
   */
  Shape inset(double by, Paint fill, @Nullable Stroke line) {
    return inset(by, 0, 0, fill, line);
  }

  /** The same, moved. */
  Shape inset(double by, double dx, double dy, Paint fill, @Nullable Stroke line) {
    Box box =
        new Box(
            place.x() + by + dx,
            place.y() + by + dy,
            Math.max(0, place.width() - 2 * by),
            Math.max(0, place.height() - 2 * by));
    return new Shape(
        origin,
        Affine.IDENTITY,
        Compositing.NONE,
        Corners.of(style, place).grown(-by).outline(box),
        fill,
        Shape.FillRule.NONZERO,
        line,
        false,
        List.of());
  }
}
