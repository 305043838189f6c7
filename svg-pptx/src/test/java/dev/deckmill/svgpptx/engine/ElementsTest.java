package dev.deckmill.svgpptx.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlideReport.ElementDecision;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.analyze.geometry.Form;
import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.plan.Decision;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.PaintUse;
import dev.deckmill.svgpptx.analyze.plan.Plan;
import dev.deckmill.svgpptx.analyze.policy.FidelityPolicy.Cause;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Findings;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which elements a plan has, and how many bytes of the slide are whose. */
class ElementsTest {
  private static final Origin RECT = Origin.of("rect");
  private static final Origin GROUP = Origin.of("g");

  private static Item leaf(Decision decision) {
    Form form = new Form.Rect(new Place(0, 0, 1, 1, 0));
    return new Item.Shape(RECT, decision, form, PaintUse.NONE, null, List.of());
  }

  private static List<ElementDecision> elements(
      Plan.@Nullable Background background, List<Item> items, int... bytes) {
    return new Elements(bytes)
        .of(
            new Plan(
                SlideSize.WIDE,
                Affine.IDENTITY,
                null,
                null,
                background,
                items,
                -1,
                List.of(),
                Findings.NONE));
  }

  private static ElementDecision natively(String type, long bytes) {
    return new ElementDecision(type, null, Rendition.NATIVE, List.of(), bytes);
  }

  @Test
  void partsOfOneElementCountOnceAndEqualElementsForThemselves() {
    Decision first = Decision.natively(RECT);
    Decision second = Decision.natively(RECT);
    assertThat(elements(null, List.of(leaf(first), leaf(first), leaf(second)), 1, 20, 300))
        .containsExactly(natively("rect", 21), natively("rect", 300));
  }

  @Test
  void aGroupCountsWhereItWasDecidedOnAndTakesNoBytesFromWhatIsInIt() {
    Decision masked = Decision.of(GROUP, Rendition.APPROXIMATE, Cause.MASK);
    Item plain = new Item.Group(GROUP, List.of(leaf(Decision.natively(RECT))));
    Item decided = new Item.Group(GROUP, masked, List.of(leaf(Decision.natively(RECT))));
    assertThat(elements(null, List.of(plain, decided, leaf(Decision.natively(RECT))), 1, 20, 300))
        .containsExactly(
            natively("rect", 1),
            new ElementDecision("g", null, Rendition.APPROXIMATE, List.of("a mask"), 0),
            natively("rect", 20),
            natively("rect", 300));
  }

  @Test
  void aBackgroundIsNoElementUnlessItDiffers() {
    Rgba white = new Rgba(0xffffff, 1);
    Decision masked = Decision.of(RECT, Rendition.APPROXIMATE, Cause.MASK);
    assertThat(elements(new Plan.Background(white, Decision.natively(RECT)), List.of())).isEmpty();
    assertThat(elements(new Plan.Background(white, masked), List.of()))
        .containsExactly(
            new ElementDecision("rect", null, Rendition.APPROXIMATE, List.of("a mask"), 0));
  }
}
