package dev.deckmill.svgpptx.engine;

import dev.deckmill.svgpptx.SlideReport.ElementDecision;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the elements in a plan. For one slide. */
final class Elements {
  private final int[] leafBytes;
  private final List<ElementDecision> elements = new ArrayList<>();
  private @Nullable Decision open;
  private long openBytes;
  private int leaves;

  /**
   * @param leafBytes of each leaf, in their order
   */
  Elements(int[] leafBytes) {
    this.leafBytes = leafBytes;
  }

  List<ElementDecision> of(Plan plan) {
    Plan.Background background = plan.background();
    // A rectangle that could be the slide's own background is no element, unless it differs.
    if (background != null && background.decision().rendition() != Rendition.NATIVE) {
      add(background.decision(), 0);
    }
    collect(plan.items());
    close();
    return elements;
  }

  private void collect(List<Item> items) {
    for (Item item : items) {
      switch (item) {
        case Item.Group group -> {
          if (group.decision() != null) {
            // What is in it counts for itself, with its bytes.
            add(group.decision(), 0);
          }
          collect(group.items());
        }
        case Item.Leaf leaf -> add(leaf.decision(), leafBytes[leaves++]);
      }
    }
  }

  /** An element that came out as several leaves counts once, with the bytes of all of them. */
  @SuppressWarnings("ReferenceEquality") // two elements may be decided on in equal words
  private void add(Decision decision, int bytes) {
    if (decision != open) {
      close();
      open = decision;
    }
    openBytes += bytes;
  }

  private void close() {
    if (open != null) {
      elements.add(
          new ElementDecision(
              open.element(), open.id(), open.rendition(), open.reasons(), openBytes));
    }
    open = null;
    openBytes = 0;
  }
}
