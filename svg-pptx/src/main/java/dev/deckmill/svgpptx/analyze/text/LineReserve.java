package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.TextAlign;
import dev.deckmill.svgpptx.analyze.plan.TextParagraph;
import java.util.List;

/**
 * Makes boxes wider than their lines, for a program that breaks lines at the sides of every box,
 * whatever is asked: what it measures a trifle wider than we do would lose its last word to a line
 * that the page does not have. No letter moves.
 */
public final class LineReserve {
  /** Of a line's width. */
  private static final double SHARE = 0.05;

  /** And of its font's size: short words differ more. */
  private static final double OF_SIZE = 0.4;

  private LineReserve() {}

  /** The items with such boxes. */
  public static List<Item> in(List<Item> items) {
    return items.stream().map(LineReserve::in).toList();
  }

  private static Item in(Item item) {
    return switch (item) {
      case Item.Group group -> group.holding(in(group.items()));
      case Item.TextBox words ->
          words.at(wider(words.place(), words.align(), words.words().getFirst().size()));
      case Item.TextFrame frame -> frame.wraps() ? frame : in(frame);
      case Item.Shape shape -> shape;
      case Item.Image image -> image;
      case Item.Raster drawn -> drawn;
    };
  }

  /** Where paragraphs keep different points there is none that widening leaves in place. */
  private static Item in(Item.TextFrame frame) {
    TextParagraph first = frame.paragraphs().getFirst();
    boolean alike = frame.paragraphs().stream().allMatch(p -> p.align() == first.align());
    double size = first.lines().getFirst().getFirst().size();
    return alike ? frame.at(wider(frame.place(), first.align(), size)) : frame;
  }

  private static Place wider(Place place, TextAlign align, double size) {
    double more = place.width() * SHARE + size * OF_SIZE;
    double aside =
        switch (align) {
          case START -> more / 2;
          case MIDDLE -> 0;
          case END -> -more / 2;
        };
    double turn = Math.toRadians(place.degrees());
    return new Place(
        place.x() + aside * Math.cos(turn) - more / 2,
        place.y() + aside * Math.sin(turn),
        place.width() + more,
        place.height(),
        place.degrees());
  }
}
