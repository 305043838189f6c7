package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlideOptions.Limits;
import dev.deckmill.svgpptx.SlideOptions.Target;
import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.SlideReport.Rendition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn a little differently is counted so, once, as the element that has the reason. */
class ApproximationsTest {
  /** One with text in it, for others are computed. */
  private static final String MASK =
      "<mask id='m'><rect width='9' height='9' fill='#fff'/><text>a</text></mask>";

  private static final String NOISE = "<filter id='f'><feTurbulence baseFrequency='.1'/></filter>";

  private static final String TWO_SHADOWS =
      """
      <filter id='s'><feGaussianBlur in='SourceAlpha' stdDeviation='1' result='a'/>
        <feOffset in='a' dx='2' dy='2' result='near'/><feOffset in='a' dx='8' dy='8' result='far'/>
        <feMerge><feMergeNode in='far'/><feMergeNode in='near'/>
          <feMergeNode in='SourceGraphic'/></feMerge></filter>
      """;

  private static final String PAIR =
      "<rect id='a' x='10' y='10' width='40' height='40' fill='red'/>"
          + "<rect id='b' x='30' y='10' width='40' height='40' fill='blue'/>";

  private static final String CARD = "<rect id='card' x='10' y='10' width='40' height='40'";

  private static Arguments page(String what, Target target, String content, String... expected) {
    return Arguments.of(what, target, content, List.of(expected));
  }

  static Stream<Arguments> pages() {
    return Stream.of(
        page("mask", Target.SPEED, MASK + CARD + " mask='url(#m)'/>", "rect card: a mask"),
        page(
            "mask of a group",
            Target.SPEED,
            MASK + "<g id='pair' mask='url(#m)'>" + PAIR + "</g>",
            "g pair: a mask",
            "rect a",
            "rect b"),
        page(
            "mask of a group that is only in the way",
            Target.SPEED,
            MASK + "<g mask='url(#m)'>" + CARD + "/></g>",
            "rect card: a mask"),
        page(
            "mask of one of two lines",
            Target.SPEED,
            MASK
                + "<text x='10' y='20' font-size='5'>one</text>"
                + "<text x='10' y='27' font-size='5' mask='url(#m)'>two</text>",
            "text null: a mask"),
        page(
            "mask of a button's words",
            Target.SPEED,
            MASK
                + CARD
                + " fill='red'/><text x='30' y='32' font-size='3' text-anchor='middle'"
                + " mask='url(#m)'>Go</text>",
            "rect card: a mask"),
        page(
            "mask of a group that held the title alone",
            Target.SPEED,
            MASK
                + "<g><g id='head' mask='url(#m)'><text id='title' x='60' y='20'>Hi</text></g>"
                + CARD
                + "/></g>",
            "text title: a mask",
            "rect card"),
        page(
            "mask of what becomes the background",
            Target.SPEED,
            MASK
                + "<rect id='back' x='-100' width='300' height='100' fill='red' mask='url(#m)'/>"
                + CARD
                + "/>",
            "rect back: a mask",
            "rect card"),
        page(
            "several shadows",
            Target.BALANCED,
            TWO_SHADOWS + CARD + " filter='url(#s)'/>",
            "rect card: more shadows and glows than one of each"),
        page("filter", Target.SPEED, NOISE + CARD + " filter='url(#f)'/>", "rect card: a filter"),
        page(
            "blend mode over text",
            Target.BALANCED,
            "<text x='10' y='20' font-size='5'>below</text>"
                + CARD
                + " fill='#0f8' style='mix-blend-mode:multiply'/>",
            "rect card: a blend mode",
            "text null"),
        page(
            "blend mode over a plain colour",
            Target.BALANCED,
            PAIR.replace("fill='blue'", "fill='blue' style='mix-blend-mode:multiply'"),
            "rect b: a blend mode",
            "rect a"),
        page(
            "overlapping opacity, knocked out",
            Target.BALANCED,
            "<g id='pair' opacity='.5'>" + PAIR + "</g>",
            "g pair: opacity of a group whose parts overlap",
            "rect a",
            "rect b"),
        page(
            "overlapping opacity, faded each alone",
            Target.SPEED,
            "<g id='pair' opacity='.5'>" + PAIR + "</g>",
            "g pair: opacity of a group whose parts overlap",
            "rect a",
            "rect b"),
        page(
            "overlapping opacity inside of what blends",
            Target.BALANCED,
            "<rect id='back' width='100' height='9' x='0' y='45' fill='lime'/>"
                + "<g id='out' style='mix-blend-mode:multiply'><g id='in' opacity='.5'>"
                + PAIR
                + "</g></g>",
            "g out: a blend mode",
            "rect a: opacity of a group whose parts overlap",
            "rect b: opacity of a group whose parts overlap",
            "rect back"),
        page(
            "dash offset",
            Target.BALANCED,
            "<line id='fine' y1='20' x2='5000' y2='20' stroke='red' stroke-dasharray='1'"
                + " stroke-dashoffset='.5'/>",
            "line fine: a dash offset"),
        page(
            "dash offset and mask",
            Target.SPEED,
            MASK
                + "<line id='fine' y1='20' x2='5000' y2='20' stroke='red' stroke-dasharray='1'"
                + " stroke-dashoffset='.5' mask='url(#m)'/>",
            "line fine: a dash offset; a mask"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void isCountedOnceWithItsReason(String what, Target target, String content, List<String> expected)
      throws Exception {
    SlideReport report = report(target, content);
    assertThat(report.elements()).map(ApproximationsTest::line).isEqualTo(expected);
    long approximate = expected.stream().filter(line -> line.contains(":")).count();
    assertThat(report.renditions())
        .isEqualTo(
            new SlideReport.Renditions(expected.size() - (int) approximate, (int) approximate, 0));
  }

  private static final String NO_AREA =
      "<clipPath id='c'><text x='10' y='40' font-size='30'>clip</text></clipPath>";

  private static final String SKEWED =
      "<image id='card' width='40' height='40' transform='skewX(20)' href='data:image/png;base64,"
          + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
          + "rkJggg=='";

  static Stream<Arguments> pictures() {
    return Stream.of(
        page(
            "mask and a clip that is no area",
            Target.SPEED,
            MASK + NO_AREA + CARD + " mask='url(#m)' clip-path='url(#c)'/>",
            "rect card: a clipping path that is no simple area"),
        page(
            "filter and a clip that is no area",
            Target.SPEED,
            NOISE + NO_AREA + CARD + " filter='url(#f)' clip-path='url(#c)'/>",
            "rect card: a clipping path that is no simple area"),
        page(
            "several shadows and a clip that is no area",
            Target.BALANCED,
            TWO_SHADOWS + NO_AREA + CARD + " filter='url(#s)' clip-path='url(#c)'/>",
            "rect card: a clipping path that is no simple area"),
        page(
            "several shadows of skewed text",
            Target.BALANCED,
            TWO_SHADOWS
                + "<text id='card' x='50' y='10' font-size='9'"
                + " transform='skewX(20)' filter='url(#s)'>down</text>",
            "text card: text under a skewing or mirroring transform"),
        page(
            "mask of a skewed image",
            Target.SPEED,
            MASK + SKEWED + " mask='url(#m)'/>",
            "image card: a skewing transform"),
        page(
            "mask of a skewed image beside the page",
            Target.SPEED,
            MASK + "<g transform='translate(0 9999)'>" + SKEWED + " mask='url(#m)'/></g>"),
        page(
            "several shadows of a group whose parts overlap",
            Target.BALANCED,
            TWO_SHADOWS
                + "<g id='pair' opacity='.5' filter='url(#s)'>"
                + PAIR.replace("fill=", "fill-opacity='.5' fill=")
                + "</g>",
            "g pair: opacity of a group whose parts overlap"),
        page(
            "what was found in a group before it could not be knocked out",
            Target.QUALITY,
            "<radialGradient id='r' fx='.2' spreadMethod='repeat' r='.3'>"
                + "<stop stop-color='red'/><stop offset='1' stop-color='blue'/></radialGradient>"
                + "<g id='pair' opacity='.5'>"
                + PAIR.replace("'blue'", "'url(#r)'")
                + "</g>",
            "g pair: opacity of a group whose parts overlap"),
        page(
            "blend mode of what has a mask",
            Target.BALANCED,
            MASK + CARD + " mask='url(#m)' style='mix-blend-mode:multiply'/>",
            "rect card: a mask; a blend mode"));
  }

  /** No word of what was left out before something else made it a picture. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void aPictureHasNoOtherReasonThanItsOwn(
      String what, Target target, String content, List<String> expected) throws Exception {
    SlideReport report = report(target, content);
    assertThat(report.elements()).map(ApproximationsTest::line).isEqualTo(expected);
    assertThat(report.elements())
        .extracting(SlideReport.ElementDecision::rendition)
        .allMatch(Rendition.RASTER::equals);
    List<String> told =
        expected.stream()
            .map(line -> line.substring(line.indexOf(": ") + 2))
            .flatMap(reasons -> Stream.of(reasons.split("; ")))
            .toList();
    assertThat(report.findings())
        .map(finding -> finding.detail().replaceFirst(".*: it has (.*)\\.", "$1"))
        .isEqualTo(told);
  }

  private static String line(SlideReport.ElementDecision element) {
    boolean isNative = element.rendition() == Rendition.NATIVE;
    assertThat(element.reasons().isEmpty()).isEqualTo(isNative);
    String name = element.elementType() + " " + element.id();
    return isNative ? name : name + ": " + String.join("; ", element.reasons());
  }

  private static SlideReport report(Target target, String content) throws Exception {
    SlideOptions options =
        new SlideOptions(SlideSize.WIDE, target, TextProfile.POWERPOINT, Limits.DEFAULT);
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>" + content + "</svg>";
    return new SvgToSlide(options)
        .convert(new Page("page", svg.getBytes(StandardCharsets.UTF_8)))
        .report();
  }
}
