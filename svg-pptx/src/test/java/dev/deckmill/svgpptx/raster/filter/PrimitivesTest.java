package dev.deckmill.svgpptx.raster.filter;

import static dev.deckmill.svgpptx.raster.filter.Evaluated.HALF_WHITE;
import static dev.deckmill.svgpptx.raster.filter.Evaluated.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Blend;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ColorMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Composite;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ConvolveMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ConvolveMatrix.EdgeMode;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DiffuseLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DisplacementMap;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DisplacementMap.Channel;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Flood;
import dev.deckmill.svgpptx.ir.FilterPrimitive.GaussianBlur;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Morphology;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.FilterPrimitive.SpecularLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Turbulence;
import dev.deckmill.svgpptx.ir.LightSource;
import dev.deckmill.svgpptx.ir.LightSource.Position;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.TransferFunction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each primitive of Filter Effects 1 §9 against pixels that were computed by hand. */
class PrimitivesTest {
  private static final Rgba WHITE = new Rgba(0xffffff, 1);
  private static final FilterInput IN = Source.PREVIOUS;

  private static int[] alphas(int[] pixels) {
    return Arrays.stream(pixels).map(pixel -> pixel >>> 24).toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 1.9, 2, 3, 5.3})
  void aBlurIsNearAGaussian(double deviation) {
    int[] row =
        alphas(
            Evaluated.dot(61, 30, 0xff000000)
                .then(new GaussianBlur(IN, new PerAxis(deviation, 0)))
                .pixels());
    for (int x = 0; x < row.length; x++) {
      double d = x - 30;
      double expected =
          255
              / (deviation * Math.sqrt(2 * Math.PI))
              * Math.exp(-d * d / (2 * deviation * deviation));
      assertThat((double) row[x]).as("at %d", x).isCloseTo(expected, within(0.03 * 255));
    }
    assertThat(Arrays.stream(row).sum()).isCloseTo(255, within(12));
  }

  @Test
  void aBlurOfOneAxisLeavesTheOther() {
    int[] column = {0, RED, 0};
    assertThat(Evaluated.of(1, column).then(new GaussianBlur(IN, new PerAxis(5, 0))).pixels())
        .satisfies(p -> assertThat(alphas(p)[0]).isZero());
    assertThat(Evaluated.of(1, column).then(new GaussianBlur(IN, new PerAxis(0, 1))).pixels())
        .satisfies(p -> assertThat(alphas(p)[0]).isPositive());
  }

  @Test
  void aDeviationThatMakesNoSenseBlursNothing() {
    assertThat(Evaluated.dot(3, 1, RED).then(new GaussianBlur(IN, null)).pixels())
        .containsExactly(0, RED, 0);
    assertThat(Evaluated.dot(3, 1, RED).then(new GaussianBlur(IN, new PerAxis(-1, 4))).pixels())
        .containsExactly(0, RED, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "MATRIX, '', ffff0000",
    "SATURATE, 0, ff363636",
    "SATURATE, 1, ffff0000",
    "HUE_ROTATE, 0, ffff0000",
    "HUE_ROTATE, 180, ff006d6d",
    "LUMINANCE_TO_ALPHA, '', 36000000",
    "MATRIX, '0 0 0 0 1  1 0 0 0 0  0 0 0 0 0  0 0 0 0.5 0', 80808000",
    "MATRIX, '1 2 3', ffff0000",
  })
  void aMatrixWorksOnColoursWithoutTheirAlpha(ColorMatrix.Type type, String values, String hex) {
    List<Double> numbers =
        Arrays.stream(values.split(" +")).filter(v -> !v.isEmpty()).map(Double::valueOf).toList();
    assertThat(Evaluated.of(1, RED).then(new ColorMatrix(IN, type, numbers)).pixels())
        .containsExactly((int) Long.parseLong(hex, 16));
  }

  @Test
  void aTransferFunctionIsClampedAndInterpolated() {
    assertThat(at(new TransferFunction.Table(List.of(0.0, 1.0, 0.0)), 64)).isEqualTo(128);
    assertThat(at(new TransferFunction.Table(List.of(0.0, 1.0, 0.0)), 255)).isZero();
    assertThat(at(new TransferFunction.Table(List.of(0.2)), 200)).isEqualTo(51);
    assertThat(at(new TransferFunction.Table(List.of(100.0, -100.0)), 120)).isEqualTo(255);
    assertThat(at(new TransferFunction.Table(List.of()), 77)).isEqualTo(77);
    assertThat(at(new TransferFunction.Discrete(List.of(0.0, 1.0)), 127)).isZero();
    assertThat(at(new TransferFunction.Discrete(List.of(0.0, 1.0)), 255)).isEqualTo(255);
    assertThat(at(new TransferFunction.Linear(0.5, 0.25), 102)).isEqualTo(115);
    assertThat(at(new TransferFunction.Gamma(2, 2, 0.1), 51)).isEqualTo(46);
    assertThat(at(TransferFunction.IDENTITY, 9)).isEqualTo(9);
  }

  private static int at(TransferFunction function, int value) {
    return ComponentTransfer.table(function)[value];
  }

  @ParameterizedTest
  @CsvSource({
    "OVER, c0804000",
    "IN, 40400000",
    "OUT, 40400000",
    "ATOP, 80404000",
    "XOR, 80404000",
    "LIGHTER, ff808000",
  })
  void anOperatorIsPortersAndDuffs(Composite.Operator operator, String hex) {
    int[] pixel =
        Evaluated.of(1, 0x80800000)
            .named("in", new FilterPrimitive.Offset(Source.SOURCE_GRAPHIC, 0, 0))
            .named("green", new Flood(new Rgba(0x00ff00, 128 / 255.0)))
            .then(
                new Composite(
                    new FilterInput.Result("in"),
                    new FilterInput.Result("green"),
                    operator,
                    new Composite.Factors(0, 0, 0, 0)))
            .pixels();
    int expected = (int) Long.parseLong(hex, 16);
    for (int shift = 0; shift < 32; shift += 8) {
      assertThat(pixel[0] >>> shift & 0xff).isCloseTo(expected >>> shift & 0xff, within(1));
    }
  }

  @Test
  void noColourOfArithmeticIsAboveItsAlpha() {
    Composite.Factors factors = new Composite.Factors(0, 1, 0, -0.25);
    int[] pixel =
        Evaluated.of(1, RED)
            .then(new Composite(IN, IN, Composite.Operator.ARITHMETIC, factors))
            .pixels();
    assertThat(pixel).containsExactly(0xbfbf0000);
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, 40",
    "MULTIPLY, 20",
    "SCREEN, a0",
    "OVERLAY, 40",
    "DARKEN, 40",
    "LIGHTEN, 80",
    "COLOR_DODGE, ab",
    "COLOR_BURN, 00",
    "HARD_LIGHT, 40",
    "SOFT_LIGHT, 60",
    "DIFFERENCE, 40",
    "EXCLUSION, 80",
    "LUMINOSITY, 40",
    "COLOR, 80",
  })
  void aBlendIsThatOfItsFormula(Compositing.Blend mode, String hex) {
    int[] pixel =
        Evaluated.of(1, 0xff404040)
            .named("backdrop", new Flood(new Rgba(0x808080, 1)))
            .then(new Blend(Source.SOURCE_GRAPHIC, new FilterInput.Result("backdrop"), mode))
            .pixels();
    assertThat((double) (pixel[0] & 0xff)).isCloseTo(Integer.parseInt(hex, 16), within(1.0));
  }

  private static ConvolveMatrix convolve(EdgeMode edges, boolean preserveAlpha, double... kernel) {
    List<Double> values = Arrays.stream(kernel).boxed().toList();
    return new ConvolveMatrix(
        IN, new ConvolveMatrix.Kernel(3, 1, values, 1, 0), null, 0, edges, preserveAlpha, null);
  }

  @Test
  void aKernelIsLaidOnTurned() {
    assertThat(Evaluated.dot(5, 2, RED).then(convolve(EdgeMode.NONE, false, 1, 0, 0)).pixels())
        .containsExactly(0, RED, 0, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({"NONE, 0", "DUPLICATE, 16", "WRAP, 48"})
  void anEdgeIsGoneOrDoubledOrTheOtherSide(EdgeMode edges, int alpha) {
    int[] row = {16 << 24, 32 << 24, 48 << 24};
    assertThat(alphas(Evaluated.of(3, row).then(convolve(edges, false, 0, 0, 1)).pixels())[0])
        .isEqualTo(alpha);
  }

  @Test
  void aSumOfNothingDividesByOne() {
    assertThat(
            alphas(
                Evaluated.of(3, 0, 0x64000000, 0x64000000)
                    .then(convolve(EdgeMode.DUPLICATE, false, 1, -1, 0))
                    .pixels()))
        .containsExactly(100, 0, 0);
  }

  @Test
  void alphaIsKeptWhereItShallBe() {
    assertThat(
            Evaluated.of(3, HALF_WHITE, 0x80000000, HALF_WHITE)
                .then(convolve(EdgeMode.DUPLICATE, true, 1, 0, 1))
                .pixels()[1])
        .isEqualTo(HALF_WHITE);
  }

  @Test
  void aKernelCountsInPixelsOfThePage() {
    assertThat(Evaluated.dot(5, 3, RED).then(convolve(EdgeMode.NONE, false, 1, 0, 0)).pixels(2))
        .containsExactly(0, RED, 0, 0, 0);
  }

  private static DiffuseLighting diffuse(double surfaceScale, LightSource light) {
    return new DiffuseLighting(IN, surfaceScale, 1, WHITE, light, null);
  }

  @Test
  void aFlatSurfaceReflectsTheSineOfTheElevation() {
    int[] pixels =
        Evaluated.filled(3, 3, RED).then(diffuse(10, new LightSource.Distant(77, 40))).pixels();
    assertThat(pixels).containsOnly(0xffa4a4a4);
  }

  /** N is (−2·slope, 0, 1), since Sobel's kernels count every slope twice. */
  @ParameterizedTest
  @CsvSource({"1", "2"})
  void aSlopeReflectsTheSameHoweverFineThePictureIs(double unit) {
    int[] ramp = new int[81];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (10 + 20 * (i % 9)) << 24;
    }
    double slope = 2 * 255 * 20 / 255.0 / 255;
    double expected = 255 * Math.cos(Math.PI / 4 + Math.atan(slope));
    int[] pixels =
        Evaluated.of(9, ramp).then(diffuse(1, new LightSource.Distant(0, 45))).pixels(unit);
    for (int x = 0; x < 9; x++) {
      assertThat((double) (pixels[4 * 9 + x] & 0xff)).isCloseTo(expected, within(1.5));
    }
  }

  @Test
  void aSpotEndsAtItsCone() {
    LightSource spot =
        new LightSource.Spot(new Position(4.5, 0.5, 3), new Position(4.5, 0.5, 0), -10, 40.0);
    int[] row = Evaluated.filled(9, 1, 0).then(diffuse(1, spot)).pixels();
    assertThat(row[4]).isEqualTo(0xffffffff);
    assertThat(row[1]).isEqualTo(0xff000000);
    assertThat(row[3] & 0xff).isBetween(200, 254);
  }

  @Test
  void aHighlightIsAsOpaqueAsItIsBright() {
    SpecularLighting lit =
        new SpecularLighting(IN, 1, 1, 2, RED_LIGHT, new LightSource.Distant(0, 30), null);
    // H lies 60° over the surface: cos² 30° of red.
    assertThat(Evaluated.filled(3, 3, RED).then(lit).pixels()).containsOnly(0xbfbf0000);
  }

  private static final Rgba RED_LIGHT = new Rgba(0xff0000, 1);

  @Test
  void aMapMovesByItsChannels() {
    DisplacementMap map =
        new DisplacementMap(
            Source.SOURCE_GRAPHIC, new FilterInput.Result("map"), 4, Channel.R, Channel.A);
    int[] pixels =
        Evaluated.dot(5, 4, RED)
            .named("map", new Flood(new Rgba(0xff0000, 0.5)))
            .then(map)
            .pixels();
    assertThat(pixels).containsExactly(0, 0, RED, 0, 0);
  }

  @Test
  void aMorphologyTakesTheLeastAndTheGreatest() {
    int[] row = {0, 9 << 24, 7 << 24, 8 << 24, 0, 0};
    PerAxis one = new PerAxis(1, 0);
    assertThat(
            alphas(
                Evaluated.of(6, row)
                    .then(new Morphology(IN, Morphology.Operator.DILATE, one))
                    .pixels()))
        .containsExactly(9, 9, 9, 8, 8, 0);
    assertThat(
            alphas(
                Evaluated.of(6, row)
                    .then(new Morphology(IN, Morphology.Operator.ERODE, one))
                    .pixels()))
        .containsExactly(0, 0, 7, 0, 0, 0);
    assertThat(
            Evaluated.of(6, row)
                .then(new Morphology(IN, Morphology.Operator.ERODE, new PerAxis(-1, 1)))
                .pixels())
        .isEqualTo(row);
  }

  /** The check that Filter Effects 1 §9.21 gives: the 10,000th number after 1. */
  @Test
  void theRandomNumbersAreTheSpecifications() {
    long random = 1;
    for (int i = 0; i < 10_000; i++) {
      random = PerlinNoise.next(random);
    }
    assertThat(random).isEqualTo(1043618065);
  }

  @Test
  void noiseIsNothingOnItsLattice() {
    double[] noise = new double[PerlinNoise.CHANNELS];
    new PerlinNoise(3).at(5, -7, null, noise);
    assertThat(Arrays.stream(noise).map(Math::abs)).containsOnly(0.0);
    new PerlinNoise(3).at(5.5, -7.25, null, noise);
    assertThat(Arrays.stream(noise).map(Math::abs)).doesNotContain(0.0);
  }

  @Test
  void stitchedTilesFitEachOther() {
    PerlinNoise noise = new PerlinNoise(1);
    PerlinNoise.Stitch stitch = PerlinNoise.Stitch.of(2, 3, 4, 4);
    double[] left = new double[PerlinNoise.CHANNELS];
    double[] right = new double[PerlinNoise.CHANNELS];
    noise.at(2, 4.5, stitch, left);
    noise.at(6, 4.5, stitch, right);
    assertThat(left).isEqualTo(right);
  }

  @Test
  void noFrequencyIsNoNoise() {
    PerAxis none = new PerAxis(0, -1);
    assertThat(
            Evaluated.filled(2, 2, 0)
                .then(new Turbulence(none, 1, 0, true, Turbulence.Noise.TURBULENCE))
                .pixels())
        .containsOnly(0);
    assertThat(
            Evaluated.filled(2, 2, 0)
                .then(new Turbulence(none, 1, 0, false, Turbulence.Noise.FRACTAL_NOISE))
                .pixels())
        .containsOnly(HALF_WHITE - 0x00404040);
  }
}
