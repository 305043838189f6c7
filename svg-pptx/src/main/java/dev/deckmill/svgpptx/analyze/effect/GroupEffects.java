package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.analyze.geometry.Extent;
import dev.deckmill.svgpptx.analyze.geometry.Forms;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.paint.Paints;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.ShapeEffect;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the shadows and glows of a group to its parts. A group throws one shadow: what stands on a
 * part of it that is all but opaque adds nothing to that.
 */
public final class GroupEffects {
  /** What is more opaque than this hides all but a trace of what other parts add to the shadow. */
  private static final double HARDLY_SEEN_THROUGH = 0.75;

  private final List<ShapeEffect> effects;
  private final List<Extent> covers = new ArrayList<>();

  private GroupEffects(List<ShapeEffect> effects) {
    this.effects = effects;
  }

  public static List<Item> on(List<Item> items, List<ShapeEffect> effects) {
    return effects.isEmpty() ? items : new GroupEffects(effects).each(items);
  }

  private List<Item> each(List<Item> items) {
    return items.stream().map(this::one).toList();
  }

  private Item one(Item item) {
    return switch (item) {
      case Item.Group t -> t.holding(each(t.items()));
      case Item.Shape f -> figure(f);
      case Item.TextBox w -> covered(extent(w.place())) ? w : words(w);
      case Item.TextFrame t -> covered(extent(t.place())) ? t : t.shining(joined(t.effects()));
      case Item.Image image -> picture(image);
      case Item.Raster drawn -> drawn;
    };
  }

  private Item figure(Item.Shape f) {
    Extent extent = Extent.of(Forms.path(f.form()));
    if (covered(extent)) {
      return f;
    }
    if (Paints.leastAlpha(f.fill().paint()) >= HARDLY_SEEN_THROUGH) {
      covers.add(extent.grown(f.line() == null ? 0 : f.line().width() / 2));
    }
    return new Item.Shape(
        f.origin(), f.decision(), f.form(), f.fill(), f.line(), joined(f.effects()), f.label());
  }

  private Item picture(Item.Image image) {
    Extent extent = extent(image.place());
    if (covered(extent)) {
      return image;
    }
    if (image.opacity() >= HARDLY_SEEN_THROUGH && image.cut() == null) {
      covers.add(extent);
    }
    return image.shining(joined(image.effects()));
  }

  private Item words(Item.TextBox w) {
    return w.shining(joined(w.effects()));
  }

  private boolean covered(Extent extent) {
    return covers.stream().anyMatch(cover -> cover.contains(extent));
  }

  private List<ShapeEffect> joined(List<ShapeEffect> own) {
    return OneOfEach.of(effects, own);
  }

  private static Extent extent(Place p) {
    return new Extent(p.x(), p.y(), p.x() + p.width(), p.y() + p.height());
  }
}
