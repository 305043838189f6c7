package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import org.jspecify.annotations.Nullable;

/** Whether what a node covers can't be seen through it. */
public final class Opaque {
  private Opaque() {}

  /** Leaves out what is done to the node itself: its filter comes before. */
  public static boolean is(Node node) {
    return switch (node) {
      case Group group -> group.children().stream().allMatch(Opaque::isWithin);
      case Shape shape ->
          is(shape.fill())
              && is(shape.stroke())
              && shape.markers().stream().allMatch(marker -> isWithin(marker.content()));
      // Of pictures those of this format alone have no alpha.
      case Picture picture -> picture.image().format() == Picture.Format.JPEG;
      case Text text ->
          text.drawn().stream()
              .flatMap(chunk -> chunk.runs().stream())
              .allMatch(run -> is(run.fill()) && is(run.stroke()));
    };
  }

  private static boolean isWithin(Node node) {
    Compositing how = node.compositing();
    return how.opacity() >= 1 && how.filter() == null && how.mask() == null && is(node);
  }

  private static boolean is(@Nullable Stroke stroke) {
    return stroke == null || is(stroke.paint());
  }

  private static boolean is(Paint paint) {
    return paint instanceof Paint.None || Paints.isOpaque(paint);
  }
}
