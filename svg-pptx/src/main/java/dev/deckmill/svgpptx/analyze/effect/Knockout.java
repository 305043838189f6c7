package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Text;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fades a group of opaque shapes as a whole (SVG 2 §3.6): a slide fades each for itself, so each
 * loses what others cover of it.
 */
public final class Knockout {
  private static final int MOST_SHAPES = 40;

  private Knockout() {}

  /** Whether a group holds nothing but opaque shapes, and not too many. */
  public static boolean suits(Group group) {
    int shapes = shapes(group.children());
    return shapes > 0 && shapes <= MOST_SHAPES;
  }

  /** How many shapes there are; far too many where there is anything else. */
  private static int shapes(List<Node> nodes) {
    int shapes = 0;
    for (Node node : nodes) {
      Compositing how = node.compositing();
      boolean plain =
          how.opacity() >= 1
              && how.filter() == null
              && how.mask() == null
              && how.blend() == Compositing.Blend.NORMAL;
      shapes +=
          switch (node) {
            case Group group -> plain ? shapes(group.children()) : MOST_SHAPES + 1;
            case Shape shape -> plain && isOpaque(shape) ? 1 : MOST_SHAPES + 1;
            case Picture picture -> MOST_SHAPES + 1;
            case Text text -> MOST_SHAPES + 1;
          };
      if (shapes > MOST_SHAPES) {
        return shapes;
      }
    }
    return shapes;
  }

  private static boolean isOpaque(Shape shape) {
    return shape.markers().isEmpty()
        && isOpaqueOrNone(shape.fill())
        && (shape.stroke() == null || isOpaqueOrNone(shape.stroke().paint()));
  }

  private static boolean isOpaqueOrNone(Paint paint) {
    return paint instanceof Paint.None || Paints.isOpaque(paint);
  }

  /** The items with an opacity as a whole; empty where they are not all figures. */
  public static Optional<List<Item>> faded(List<Item> items, double opacity) {
    return Piece.of(items).map(pieces -> faded(pieces, opacity, new Area()));
  }

  private static List<Item> faded(List<Piece> pieces, double opacity, Area above) {
    List<Item> left = new ArrayList<>();
    for (Piece piece : pieces.reversed()) {
      Paint paint = Paints.faded(piece.ink().paint(), opacity);
      Area rest = new Area(piece.area());
      rest.subtract(above);
      if (rest.equals(piece.area())) {
        left.add(0, piece.whole(paint));
      } else if (!rest.isEmpty()) {
        left.add(0, piece.part(rest, paint));
      }
      above.add(piece.area());
    }
    return left;
  }
}
