package dev.deckmill.svgpptx.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Filter;
import dev.deckmill.svgpptx.ir.FilterInput;
import dev.deckmill.svgpptx.ir.FilterInput.Source;
import dev.deckmill.svgpptx.ir.FilterPrimitive;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Blend;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ColorMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ComponentTransfer;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Composite;
import dev.deckmill.svgpptx.ir.FilterPrimitive.ConvolveMatrix;
import dev.deckmill.svgpptx.ir.FilterPrimitive.DropShadow;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Flood;
import dev.deckmill.svgpptx.ir.FilterPrimitive.GaussianBlur;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Merge;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Morphology;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Offset;
import dev.deckmill.svgpptx.ir.FilterPrimitive.PerAxis;
import dev.deckmill.svgpptx.ir.FilterPrimitive.SpecularLighting;
import dev.deckmill.svgpptx.ir.FilterPrimitive.Turbulence;
import dev.deckmill.svgpptx.ir.LightSource;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.TransferFunction;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filter Effects 1 §9: what of a primitive's attributes reaches the tree. */
class FilterPrimitivesTest {
  private static List<Filter.Step> steps(String attributes, String primitives) {
    String filtered = "<rect width='20' height='10' filter='url(#f)'/>";
    Compositing compositing =
        Parsed.shape("<filter id='f' " + attributes + ">" + primitives + "</filter>" + filtered)
            .compositing();
    return Objects.requireNonNull(compositing.filter(), "filter").steps();
  }

  private static FilterPrimitive primitive(String primitive) {
    return Parsed.only(steps("", primitive)).primitive();
  }

  @Test
  void aPrimitiveHasWhatIsGiven() {
    assertThat(primitive("<feGaussianBlur in='SourceAlpha' stdDeviation='1, 2.5'/>"))
        .isEqualTo(new GaussianBlur(Source.SOURCE_ALPHA, new PerAxis(1, 2.5)));
    assertThat(primitive("<feBlend in='a' in2='b' mode='color-dodge'/>"))
        .isEqualTo(
            new Blend(
                new FilterInput.Result("a"),
                new FilterInput.Result("b"),
                Compositing.Blend.COLOR_DODGE));
    assertThat(primitive("<feFlood flood-color='red' flood-opacity='.5'/>"))
        .isEqualTo(new Flood(new Rgba(0xff0000, 0.5)));
    assertThat(primitive("<feMorphology operator='dilate' radius='3'/>"))
        .isEqualTo(new Morphology(Source.PREVIOUS, Morphology.Operator.DILATE, new PerAxis(3, 3)));
    assertThat(primitive("<feTurbulence baseFrequency='.1' seed='1.5' type='fractalNoise'/>"))
        .isEqualTo(
            new Turbulence(new PerAxis(0.1, 0.1), 1, 1, false, Turbulence.Noise.FRACTAL_NOISE));
    assertThat(primitive("<feMerge><feMergeNode/><feMergeNode in='SourceGraphic'/></feMerge>"))
        .isEqualTo(new Merge(List.of(Source.PREVIOUS, Source.SOURCE_GRAPHIC)));
    assertThat(primitive("<feColorMatrix type='hueRotate' values='90'/>"))
        .isEqualTo(new ColorMatrix(Source.PREVIOUS, ColorMatrix.Type.HUE_ROTATE, List.of(90.0)));
  }

  @Test
  void whatMakesNoSenseIsAsIfItWereNotThere() {
    assertThat(primitive("<feOffset dx='far' dy='1 2'/>"))
        .isEqualTo(new Offset(Source.PREVIOUS, 0, 0));
    assertThat(primitive("<feDropShadow dx='' stdDeviation='1 2 3'/>"))
        .isEqualTo(new DropShadow(Source.PREVIOUS, 2, 2, new PerAxis(2, 2), Rgba.BLACK));
    assertThat(primitive("<feComposite operator='OVER' in=' ' k1='x'/>"))
        .isEqualTo(
            new Composite(
                Source.PREVIOUS,
                Source.PREVIOUS,
                Composite.Operator.OVER,
                new Composite.Factors(0, 0, 0, 0)));
    assertThat(primitive("<feComponentTransfer><feFuncA type='twice'/></feComponentTransfer>"))
        .isEqualTo(
            new ComponentTransfer(
                Source.PREVIOUS,
                TransferFunction.IDENTITY,
                TransferFunction.IDENTITY,
                TransferFunction.IDENTITY,
                TransferFunction.IDENTITY));
  }

  @Test
  void lengthsAreFractionsOfTheBoxWhereTheFilterSaysSo() {
    String shadow = "<feDropShadow dx='.5' dy='.5' stdDeviation='.1'/>";
    assertThat(Parsed.only(steps("primitiveUnits='objectBoundingBox'", shadow)).primitive())
        .isEqualTo(new DropShadow(Source.PREVIOUS, 10, 5, new PerAxis(2, 1), Rgba.BLACK));
  }

  @Test
  void aLightIsTheFirstOfThoseInside() {
    FilterPrimitive lit =
        primitive(
            "<feSpecularLighting><desc/><feSpotLight x='1' limitingConeAngle='9'/>"
                + "<fePointLight/></feSpecularLighting>");
    LightSource.Position origin = new LightSource.Position(0, 0, 0);
    assertThat(((SpecularLighting) lit).light())
        .isEqualTo(new LightSource.Spot(new LightSource.Position(1, 0, 0), origin, 1, 9.0));
  }

  @Test
  void ofSeveralFunctionsForAChannelTheLastCounts() {
    FilterPrimitive transfer =
        primitive(
            "<feComponentTransfer><feFuncR type='linear' slope='2'/>"
                + "<feFuncR type='table' tableValues='1 0'/></feComponentTransfer>");
    assertThat(((ComponentTransfer) transfer).red())
        .isEqualTo(new TransferFunction.Table(List.of(1.0, 0.0)));
  }

  @Test
  void aKernelWithoutATargetHasItInTheMiddle() {
    FilterPrimitive convolved =
        primitive("<feConvolveMatrix order='3 1' divisor='0' kernelMatrix='1 2 3'/>");
    ConvolveMatrix.Kernel kernel = ((ConvolveMatrix) convolved).kernel();
    assertThat(List.of(kernel.targetX(), kernel.targetY())).containsExactly(1, 0);
    assertThat(((ConvolveMatrix) convolved).divisor()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<feImage/>",
        "<feDiffuseLighting/>",
        "<feSpecularLighting/>",
        "<feConvolveMatrix/>",
        "<feConvolveMatrix order='2' kernelMatrix='1 1 1'/>",
        "<feConvolveMatrix order='1' kernelMatrix='1' targetX='1'/>",
        "<feConvolveMatrix order='1.5' kernelMatrix='1'/>"
      })
  void drawsNothingWhereWhatItNeedsIsMissing(String primitive) {
    assertThat(primitive(primitive)).isEqualTo(new FilterPrimitive.TransparentBlack());
  }

  @Test
  void whatIsNoPrimitiveIsLeftOut() {
    assertThat(steps("", "<feFancy/><feFuncR/><feTile/>")).hasSize(1);
  }

  @Test
  void aStepIsKnownByItsResult() {
    List<Filter.Step> steps =
        steps("color-interpolation-filters='sRGB'", "<feTile result=' a '/><feTile result=''/>");
    assertThat(IntStream.range(0, 2).mapToObj(i -> steps.get(i).result()))
        .containsExactly("a", null);
    assertThat(steps).noneMatch(Filter.Step::linearRgb);
  }
}
