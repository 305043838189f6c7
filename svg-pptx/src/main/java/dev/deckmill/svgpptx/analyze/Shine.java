package dev.deckmill.svgpptx.analyze;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives the shadows and glows of a group to its parts. A group throws one shadow: what stands on an
 * opaque part of it adds nothing to that.
 */
final class Shine {
  private final List<Item.Glare> glares;
  private final List<Extent> covers = new ArrayList<>();

  private Shine(List<Item.Glare> glares) {
    this.glares = glares;
  }

  static List<Item> on(List<Item> items, List<Item.Glare> glares) {
    return glares.isEmpty() ? items : new Shine(glares).each(items);
  }

  private List<Item> each(List<Item> items) {
    return items.stream().map(this::one).toList();
  }

  private Item one(Item item) {
    return switch (item) {
      case Item.Together t -> new Item.Together(t.origin(), each(t.items()));
      case Item.Figure f -> figure(f);
      case Item.Words w -> covered(extent(w.place())) ? w : words(w);
      case Item.Image image -> {
        covers.add(extent(image.place()));
        yield image;
      }
      case Item.Drawn drawn -> drawn;
    };
  }

  private Item figure(Item.Figure f) {
    Extent extent = Extent.of(Forms.path(f.form()));
    if (covered(extent)) {
      return f;
    }
    if (Paints.isOpaque(f.fill().paint())) {
      covers.add(extent.grown(f.line() == null ? 0 : f.line().width() / 2));
    }
    return new Item.Figure(
        f.origin(), f.decision(), f.form(), f.fill(), f.line(), joined(f.glares()), f.label());
  }

  private Item words(Item.Words w) {
    return new Item.Words(
        w.origin(),
        w.decision(),
        w.place(),
        w.align(),
        w.rightToLeft(),
        w.line(),
        w.pitch(),
        w.lines(),
        joined(w.glares()),
        w.shinesAsBox());
  }

  private boolean covered(Extent extent) {
    return covers.stream().anyMatch(cover -> cover.contains(extent));
  }

  private List<Item.Glare> joined(List<Item.Glare> own) {
    return OneOfEach.of(glares, own);
  }

  private static Extent extent(Place p) {
    return new Extent(p.x(), p.y(), p.x() + p.width(), p.y() + p.height());
  }
}
