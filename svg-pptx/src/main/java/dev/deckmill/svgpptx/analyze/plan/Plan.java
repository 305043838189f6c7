package dev.deckmill.svgpptx.analyze.plan;

import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Findings;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a page: every decision, and nothing left open.
 *
 * <p>Coordinates are EMU on the slide, as real numbers.
 *
 * @param pageToSlide from the page's user units to EMU
 * @param title the page's title
 * @param notes what is to be said of the slide, a paragraph each line; or null
 * @param background what covers the whole slide, or null
 * @param items back to front
 * @param heading which of the items, a {@link Item.TextBox}, is the slide's title; -1: none
 * @param fonts that are to be in the deck
 * @param findings what was lost or changed, those of {@code parse} first
 */
public record Plan(
    SlideSize size,
    Affine pageToSlide,
    @Nullable String title,
    @Nullable String notes,
    @Nullable Background background,
    List<Item> items,
    int heading,
    List<DeckFont> fonts,
    Findings findings) {
  public Plan {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(pageToSlide, "pageToSlide");
    items = List.copyOf(items);
    fonts = List.copyOf(fonts);
    Objects.requireNonNull(findings, "findings");
  }

  /**
   * What covers the whole slide.
   *
   * @param decision on the element that it was
   */
  public record Background(Rgba color, Decision decision) {
    public Background {
      Objects.requireNonNull(color, "color");
      Objects.requireNonNull(decision, "decision");
    }
  }
}
