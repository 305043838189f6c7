package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives plain figures the opacities of a gradient, all together: each loses what others cover. */
public final class Veiled {
  private static final int MOST_PIECES = 40;

  private Veiled() {}

  /**
   * The items as they are seen through the veil; empty where they are not all figures of one colour
   * that hide what is below them.
   *
   * @param veil a gradient of opacities, in EMU
   * @param opacity of all on top
   */
  public static Optional<List<Item>> items(List<Item> items, Paint veil, double opacity) {
    Optional<List<Piece>> pieces = Piece.of(items);
    if (pieces.isEmpty() || pieces.get().size() > MOST_PIECES) {
      return Optional.empty();
    }
    List<Item> left = new ArrayList<>();
    Area above = new Area();
    for (Piece piece : pieces.get().reversed()) {
      Area rest = new Area(piece.area());
      rest.subtract(above);
      boolean hidden = !rest.equals(piece.area());
      if (!(piece.ink().paint() instanceof Paint.Solid solid)
          || (hidden && !above.isEmpty() && !allOpaque(pieces.get()))) {
        return Optional.empty();
      }
      if (!rest.isEmpty()) {
        Paint paint = seen(solid.color(), veil, opacity);
        left.addFirst(piece.part(rest, new PaintUse(paint, Affine.IDENTITY)));
      }
      above.add(piece.area());
    }
    return Optional.of(left);
  }

  private static boolean allOpaque(List<Piece> pieces) {
    return pieces.stream().allMatch(Piece::isOpaque);
  }

  /** One colour with the veil's opacities. */
  private static Paint seen(Rgba color, Paint veil, double opacity) {
    return switch (veil) {
      case Paint.None none -> none;
      case Paint.Solid solid -> new Paint.Solid(color.faded(solid.color().alpha() * opacity));
      case Paint.Linear l -> l.withStops(seen(color, l.stops(), opacity));
      case Paint.Radial r -> r.withStops(seen(color, r.stops(), opacity));
      case Paint.Pattern pattern -> pattern;
    };
  }

  private static List<Paint.Stop> seen(Rgba color, List<Paint.Stop> veil, double opacity) {
    return veil.stream()
        .map(s -> new Paint.Stop(s.offset(), color.faded(s.color().alpha() * opacity)))
        .toList();
  }
}
