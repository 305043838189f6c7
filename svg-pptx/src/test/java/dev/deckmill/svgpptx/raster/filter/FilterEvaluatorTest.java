package dev.deckmill.svgpptx.raster.filter;

import static dev.deckmill.svgpptx.raster.filter.Evaluated.HALF_WHITE;
import static dev.deckmill.svgpptx.raster.filter.Evaluated.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Flood;
import dev.deckmill.svgpptx.ir.FilterPrimitive.GaussianBlur;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Merge;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Morphology;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Offset;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Tile;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Turbulence;
import dev.deckmill.svgpptx.ir.Rgba;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filter Effects 1 §9: inputs, results, subregions, colour spaces, and what it may cost. */
class FilterEvaluatorTest {
  private static final int SEAGREEN = 0xff2e8b57;
  private static final Flood BLUE = new Flood(new Rgba(0x0000ff, 1));

  private static FilterInput.Result result(String name) {
    return new FilterInput.Result(name);
  }

  @Test
  void aFilterWithoutPrimitivesDrawsNothing() {
    assertThat(Evaluated.filled(2, 1, RED).pixels()).containsOnly(0);
  }

  @Test
  void theSourceAlphaIsBlack() {
    int[] pixels = Evaluated.of(1, 0x80402010).then(new Offset(Source.SOURCE_ALPHA, 0, 0)).pixels();
    assertThat(pixels).containsExactly(0x80000000);
  }

  @Test
  void aNamedResultIsTheLatestOfThatName() {
    Evaluated filter =
        Evaluated.dot(4, 0, RED)
            .named("a", new Offset(Source.SOURCE_GRAPHIC, 1, 0))
            .named("a", new Offset(Source.SOURCE_GRAPHIC, 2, 0))
            .named("b", BLUE)
            .then(new Offset(result("a"), 0, 0));
    assertThat(filter.pixels()).containsExactly(0, 0, RED, 0);
  }

  @Test
  void anUnknownNameIsTheResultBefore() {
    Evaluated filter = Evaluated.dot(2, 0, RED).then(BLUE).then(new Offset(result("no"), 0, 0));
    assertThat(filter.pixels()).containsOnly(0xff0000ff);
    assertThat(Evaluated.dot(2, 0, RED).then(new Offset(result("no"), 1, 0)).pixels())
        .containsExactly(0, RED);
  }

  @Test
  void nothingIsSeenOutsideOfASubregion() {
    assertThat(Evaluated.filled(4, 1, 0).within(new Box(1, 0, 2, 1), BLUE).pixels())
        .containsExactly(0, 0xff0000ff, 0xff0000ff, 0);
    assertThat(Evaluated.filled(2, 1, 0).within(new Box(9, 9, 2, 1), BLUE).pixels())
        .containsOnly(0);
  }

  /** What Batik made of it is (17, 135, 78). */
  @Test
  void aColourThatIsComputedInLinearRgbStaysWhatItIs() {
    int[] pixels =
        Evaluated.filled(40, 40, SEAGREEN)
            .thenLinear(new GaussianBlur(Source.PREVIOUS, new PerAxis(2, 2)))
            .pixels();
    int seen = pixels[20 * 40 + 20];
    for (int shift = 0; shift < 32; shift += 8) {
      assertThat(seen >>> shift & 0xff).isCloseTo(SEAGREEN >>> shift & 0xff, within(1));
    }
  }

  @Test
  void aMergeLaysEachOverThoseBefore() {
    Evaluated filter =
        Evaluated.dot(3, 1, RED)
            .named("blue", BLUE)
            .named("half", new Flood(new Rgba(0xffffff, 0.5)))
            .then(new Merge(List.of(result("blue"), Source.SOURCE_GRAPHIC, result("half"))));
    assertThat(filter.pixels()).containsExactly(0xff8080ff, 0xffff8080, 0xff8080ff);
    assertThat(Evaluated.dot(2, 1, RED).then(new Merge(List.of())).pixels()).containsOnly(0);
  }

  @Test
  void aTileIsTheSubregionOfItsInput() {
    Evaluated filter =
        Evaluated.of(6, 1 << 24, 2 << 24, 3 << 24, 4 << 24, 5 << 24, 6 << 24)
            .within(new Box(2, 0, 2, 1), new Offset(Source.SOURCE_GRAPHIC, 0, 0))
            .then(new Tile(Source.PREVIOUS));
    assertThat(filter.pixels())
        .containsExactly(3 << 24, 4 << 24, 3 << 24, 4 << 24, 3 << 24, 4 << 24);
  }

  @Test
  void aTileNeedNotBeAWholeNumberOfPixelsLong() {
    int[] row = {1 << 24, 2 << 24, 3 << 24, 0, 0, 0, 0, 0, 0, 0};
    Evaluated filter =
        Evaluated.of(10, row)
            .within(new Box(0, 0, 2.5, 1), new Offset(Source.SOURCE_GRAPHIC, 0, 0))
            .then(new Tile(Source.PREVIOUS));
    assertThat(Arrays.stream(filter.pixels()).map(pixel -> pixel >>> 24))
        .containsExactly(1, 2, 1, 2, 3, 1, 2, 1, 2, 3);
  }

  @Test
  void anImageIsThatOfItsStep() {
    FilterPrimitive nothing = new FilterPrimitive.TransparentBlack();
    FilterPrimitive image = new FilterPrimitive.Image(Empty.GROUP);
    assertThat(Evaluated.filled(3, 1, 0).then(nothing).then(image).pixels())
        .containsExactly(0, RED, 0);
  }

  @Test
  void aDropShadowIsTheBlurredAlphaInOneColourBelow() {
    Rgba green = new Rgba(0x00ff00, 1);
    FilterPrimitive shadow =
        new FilterPrimitive.DropShadow(Source.PREVIOUS, 2, 0, new PerAxis(0, 0), green);
    assertThat(Evaluated.of(4, RED, HALF_WHITE, 0, 0).then(shadow).pixels())
        .containsExactly(RED, HALF_WHITE, 0xff00ff00, 0x80008000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e6, 1e300})
  void aHugeRadiusCostsWhatASmallOneDoes(double huge) {
    PerAxis radius = new PerAxis(huge, huge);
    Evaluated dilated =
        Evaluated.dot(64, 9, RED)
            .then(new Morphology(Source.PREVIOUS, Morphology.Operator.DILATE, radius))
            .atMost(64 * 12);
    assertThat(dilated.pixels()).containsOnly(RED);
    Evaluated blurred =
        Evaluated.dot(64, 9, RED).then(new GaussianBlur(Source.PREVIOUS, radius)).atMost(64 * 12);
    assertThat(blurred.pixels()).hasSize(64);
    assertThat(Evaluated.dot(64, 9, RED).then(new Offset(Source.PREVIOUS, huge, -huge)).pixels())
        .containsOnly(0);
  }

  @Test
  void octavesThatNobodySeesAreNotComputed() {
    Turbulence.Noise kind = Turbulence.Noise.TURBULENCE;
    PerAxis frequency = new PerAxis(0.1, 0.1);
    int[] many =
        Evaluated.filled(16, 16, 0)
            .then(new Turbulence(frequency, Long.MAX_VALUE, 1, false, kind))
            .pixels();
    int[] ten =
        Evaluated.filled(16, 16, 0).then(new Turbulence(frequency, 10, 1, false, kind)).pixels();
    assertThat(many).isEqualTo(ten);
  }

  @Test
  void whatCostsMoreThanThereIsEnds() {
    Evaluated filter = Evaluated.filled(100, 100, RED).atMost(1_000_000);
    for (int i = 0; i < 1_000; i++) {
      filter.then(new GaussianBlur(Source.PREVIOUS, new PerAxis(3, 3)));
    }
    assertThatThrownBy(filter::pixels).isInstanceOf(FilterTooCostly.class);
  }

  @Test
  void aResultThatALaterStepTakesIsHeld() {
    Evaluated chain = Evaluated.filled(2, 1, RED);
    Evaluated kept = Evaluated.filled(2, 1, RED);
    List<FilterInput> all = new java.util.ArrayList<>();
    for (int i = 0; i < 20; i++) {
      chain.then(new Offset(Source.PREVIOUS, 1, 0));
      kept.named("k" + i, BLUE);
      all.add(result("k" + i));
    }
    kept.then(new Merge(all));
    assertThat(kept.bytesEach() - chain.bytesEach()).isEqualTo(4 * 19);
  }

  @Test
  void whatIsTooMuchForOneFilterIsLeftForOthers() {
    WorkBudget budget = new WorkBudget(1_000);
    assertThatThrownBy(() -> budget.spend(1_000, 2)).isInstanceOf(FilterTooCostly.class);
    budget.spend(1_000, 1);
    assertThatThrownBy(() -> budget.spend(1, 1)).isInstanceOf(FilterTooCostly.class);
  }
}
