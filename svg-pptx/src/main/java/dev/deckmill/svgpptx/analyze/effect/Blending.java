package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.paint.Stops;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.ir.Compositing.Blend;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Blends figures with those below them (CSS Compositing 1 §5): a slide knows no blend modes, but
 * over plain colours each part of a figure has a colour that can be computed.
 */
public final class Blending {
  private static final int BETWEEN_STOPS = 6;
  private static final int MOST_BELOW = 200;

  private final Blend mode;
  private final List<Item> items = new ArrayList<>();
  private boolean touched;

  private Blending(Blend mode) {
    this.mode = mode;
  }

  /**
   * The items as they look over the others, the same list where they are over nothing; empty where
   * something below has no plain colour.
   *
   * @param below back to front
   */
  public static Optional<List<Item>> of(List<Item> own, List<Item> below, Blend mode) {
    Optional<List<Piece>> pieces = Piece.of(own);
    Optional<List<Piece>> under = below.size() > MOST_BELOW ? Optional.empty() : Piece.of(below);
    if (pieces.isEmpty() || under.isEmpty()) {
      return Optional.empty();
    }
    Blending blends = new Blending(mode);
    Area before = new Area();
    for (Piece piece : pieces.get()) {
      Area overlap = new Area(piece.area());
      overlap.intersect(before);
      if (!overlap.isEmpty() || !blends.add(piece, under.get())) {
        return Optional.empty();
      }
      before.add(piece.area());
    }
    return Optional.of(blends.touched ? blends.items : own);
  }

  /** Cuts the piece by what is below, from the topmost down; false where that can't be computed. */
  private boolean add(Piece piece, List<Piece> below) {
    Area rest = new Area(piece.area());
    for (Piece under : below.reversed()) {
      Area part = new Area(rest);
      part.intersect(under.area());
      if (part.isEmpty()) {
        continue;
      }
      if (!(under.ink().paint() instanceof Paint.Solid solid) || !under.isOpaque()) {
        return false;
      }
      touched = true;
      items.add(piece.part(part, over(piece.ink().paint(), solid.color())));
      rest.subtract(under.area());
    }
    if (rest.equals(piece.area())) {
      items.add(piece.whole(piece.ink().paint()));
    } else if (!rest.isEmpty()) {
      items.add(piece.part(rest, piece.ink().paint()));
    }
    return true;
  }

  private Paint over(Paint paint, Rgba backdrop) {
    return switch (paint) {
      case Paint.None none -> none;
      case Paint.Solid solid -> new Paint.Solid(BlendModes.blended(mode, solid.color(), backdrop));
      case Paint.Linear linear -> linear.withStops(over(linear.stops(), backdrop));
      case Paint.Radial radial -> radial.withStops(over(radial.stops(), backdrop));
      case Paint.Pattern pattern -> pattern;
    };
  }

  /** Between two stops the blended colours lie on no straight line: there are more of them. */
  private List<Paint.Stop> over(List<Paint.Stop> stops, Rgba backdrop) {
    List<Paint.Stop> blended = new ArrayList<>();
    for (int i = 0; i < stops.size(); i++) {
      Paint.Stop to = stops.get(i);
      for (int k = 1; i > 0 && k < BETWEEN_STOPS; k++) {
        Paint.Stop from = stops.get(i - 1);
        double share = (double) k / BETWEEN_STOPS;
        Rgba color = Stops.mixed(from.color(), to.color(), share);
        blended.add(
            new Paint.Stop(
                from.offset() + (to.offset() - from.offset()) * share,
                BlendModes.blended(mode, color, backdrop)));
      }
      blended.add(new Paint.Stop(to.offset(), BlendModes.blended(mode, to.color(), backdrop)));
    }
    return blended;
  }
}
