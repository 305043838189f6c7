package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text that is the slide's title: the largest words in its upper part. As PowerPoint
 * knows no placeholders inside groups, it is taken out of its group, where that changes nothing to
 * see.
 *
 * @param items of the slide, the title among them
 * @param index which of the items is the title; -1: none
 */
public record SlideTitle(List<Item> items, int index) {
  /** Smaller text is no title: 24 pixels of 720. */
  private static final double LEAST_SHARE = 1.0 / 30;

  private static final double UPPER_PART = 0.55;

  /** How much wider than its text its box is. */
  private static final double ROOM = 0.25;

  public static SlideTitle in(List<Item> items, SlideSize size) {
    Found best = null;
    for (int i = 0; i < items.size(); i++) {
      best = best(items.get(i), i, size, best);
    }
    if (best == null) {
      return new SlideTitle(items, -1);
    }
    Item top = items.get(best.index());
    List<Item> lifted = new ArrayList<>(items);
    if (top instanceof Item.TextBox) {
      lifted.set(best.index(), roomy(best.words()));
      return new SlideTitle(lifted, best.index());
    }
    Taken taken = new Taken(best.words());
    Item rest = taken.from(top);
    if (taken.covered || rest == null) {
      return new SlideTitle(items, -1);
    }
    lifted.set(best.index(), rest);
    lifted.add(best.index() + 1, roomy(taken.lifted));
    return new SlideTitle(lifted, best.index() + 1);
  }

  /**
   * LibreOffice breaks the lines of titles, whatever they say; and the next title may be longer.
   */
  private static Item.TextBox roomy(Item.TextBox words) {
    Place place = words.place();
    double more = place.width() * ROOM;
    double x =
        switch (words.align()) {
          case START -> place.x();
          case MIDDLE -> place.x() - more / 2;
          case END -> place.x() - more;
        };
    return words.at(new Place(x, place.y(), place.width() + more, place.height(), 0));
  }

  /**
   * A text and the item of the slide that holds it.
   *
   * @param index of that item
   */
  private record Found(Item.TextBox words, int index) {
    boolean isLargerThan(@Nullable Found other) {
      if (other == null) {
        return true;
      }
      double mine = words.words().getFirst().size();
      double its = other.words.words().getFirst().size();
      return mine > its || (mine == its && words.place().y() < other.words.place().y());
    }
  }

  private static @Nullable Found best(
      Item item, int index, SlideSize size, @Nullable Found before) {
    return switch (item) {
      case Item.Group group -> {
        Found best = before;
        for (Item child : group.items()) {
          best = best(child, index, size, best);
        }
        yield best;
      }
      case Item.TextBox words -> {
        Found found = isTitle(words, size) ? new Found(words, index) : null;
        yield found != null && found.isLargerThan(before) ? found : before;
      }
      case Item.TextFrame frame -> before;
      case Item.Shape figure -> before;
      case Item.Image image -> before;
      case Item.Raster drawn -> before;
    };
  }

  /** Whether it could be a title. */
  static boolean isTitle(Item.TextBox words, SlideSize size) {
    return words.place().degrees() == 0
        && words.words().getFirst().size() > size.heightEmu() * LEAST_SHARE
        && words.place().y() < size.heightEmu() * UPPER_PART
        && isMostlyLetters(words.words());
  }

  private static boolean isMostlyLetters(List<TextRun> words) {
    int letters = 0;
    int shown = 0;
    for (TextRun word : words) {
      String text = word.text();
      for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
        letters += Character.isLetter(text.codePointAt(i)) ? 1 : 0;
        shown += Character.isWhitespace(text.codePointAt(i)) ? 0 : 1;
      }
    }
    return letters >= 2 && letters * 2 >= shown;
  }

  /** Takes the title out of a group. */
  private static final class Taken {
    private final Item.TextBox title;
    private Item.TextBox lifted;
    private boolean passed;
    private boolean covered;

    Taken(Item.TextBox title) {
      this.title = title;
      this.lifted = title;
    }

    /** The item without the title; null where nothing is left. */
    private @Nullable Item from(Item item) {
      if (item.equals(title) && !passed) {
        passed = true;
        return null;
      }
      return switch (item) {
        case Item.Group group -> from(group);
        case Item.Shape figure -> seen(figure, reach(figure));
        case Item.TextBox words -> seen(words, Extent.of(words.place()));
        case Item.TextFrame frame -> seen(frame, Extent.of(frame.place()));
        case Item.Image image -> seen(image, Extent.of(image.place()));
        case Item.Raster drawn -> seen(drawn, null);
      };
    }

    private @Nullable Item from(Item.Group group) {
      List<Item> left = group.items().stream().map(this::from).filter(Objects::nonNull).toList();
      if (left.isEmpty() && group.decision() != null) {
        lifted = lifted.decided(lifted.decision().and(group.decision()));
      }
      return left.isEmpty() ? null : group.holding(left);
    }

    private static Extent reach(Item.Shape figure) {
      double line = figure.line() == null ? 0 : figure.line().width();
      return Extent.of(Forms.path(figure.form())).grown(line);
    }

    /** What stands above the title would stand below it. */
    private Item seen(Item item, @Nullable Extent extent) {
      covered |= passed && (extent == null || extent.overlaps(Extent.of(title.place())));
      return item;
    }
  }
}
