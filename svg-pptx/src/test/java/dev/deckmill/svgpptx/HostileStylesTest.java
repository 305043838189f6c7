package dev.deckmill.svgpptx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Style sheets and animations that ask for more than anybody needs are converted in no time. */
class HostileStylesTest {
  private static final String RECT = "<rect id='r' width='9' height='9' fill='red'/>";

  /** The findings of a page of 160 by 90, after at most 30 seconds. */
  private static List<Finding> findings(String content) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> new SvgToSlide(SlideOptions.defaults()).convert(page(content)).report().findings());
  }

  private static Page page(String content) {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 90'>" + content + "</svg>";
    return new Page("hostile.svg", svg.getBytes(UTF_8));
  }

  private static String repeated(int times, String text) {
    return String.join("", Collections.nCopies(times, text));
  }

  private static void assertTold(List<Finding> findings, String part) {
    assertThat(findings).extracting(Finding::detail).anyMatch(detail -> detail.contains(part));
  }

  /** It would be inherited, and read to its end for each element. */
  @Test
  void aNumberWithMegabytesBehindIt() {
    String value = "1 " + repeated(5_000_000, "A") + "%";
    String paths = repeated(60_000, "<path d='M0 0h9v9z'/>");
    assertTold(
        findings("<g fill-opacity='" + value + "'>" + paths + "</g>"),
        "the value of fill-opacity is not understood");
  }

  private static String animations(int count, String attributes) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "<animate id='a%d' attributeName='x' to='5' dur='1s' fill='freeze' %s/>"
                    .formatted(i, attributes.replace("NEXT", "a" + (i + 1))))
        .collect(Collectors.joining("", "<rect width='9' height='9'>", "</rect>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "begin='NEXT.begin;NEXT.begin'",
        "begin='NEXT.end;NEXT.end'",
        "end='NEXT.end;NEXT.end'",
        "begin='NEXT.begin+1s;NEXT.end' end='NEXT.begin;NEXT.end'"
      })
  void animationsThatEachWaitTwiceForTheNext(String attributes) {
    assertThat(findings(animations(60, attributes))).isNotEmpty();
  }

  @Test
  void animationsThatWaitForThousandsOfOthers() {
    assertTold(findings(animations(3_000, "begin='NEXT.end'")), "waits for too many others");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "end='a0.end;a0.end'",
        "begin='a0.end;a0.begin'",
        "begin='a0.begin' end='a0.begin;a0.end'"
      })
  void anAnimationThatWaitsForItself(String attributes) {
    assertThat(findings(animations(1, attributes))).isNotEmpty();
  }

  @Test
  void aStyleOfThousandsOfErrors() {
    assertTold(
        findings("<rect width='9' height='9' style='" + repeated(500_000, "a;") + "'/>"),
        "has no colon");
  }

  @Test
  void customPropertiesThatEachReferToTheNext() {
    String chain =
        IntStream.range(0, 30_000)
            .mapToObj(i -> "--a%d:var(--a%d,x) var(--a%d,y);".formatted(i, i + 1, i + 2))
            .collect(Collectors.joining());
    assertTold(
        findings("<style>rect{" + chain + "fill:var(--a0)}</style>" + RECT), "no value that fits");
  }

  @Test
  void aRegisteredPropertyThatIsTwiceItself() {
    assertThat(
            findings(
                "<style>@property --a{syntax:'*';inherits:true;"
                    + "initial-value:var(--a,)var(--a,)}rect{fill:var(--a)}</style>"
                    + RECT))
        .isNotEmpty();
  }

  @Test
  void thousandsOfVariablesInAValue() {
    assertThat(
            findings(
                "<style>svg{--a:}rect{fill:" + repeated(100_000, "var(--a)") + "}</style>" + RECT))
        .isNotNull();
  }

  @Test
  void layersInLayersByTheirNames() {
    assertThat(findings("<style>@layer " + repeated(200_000, "a.") + "a{rect{}}</style>" + RECT))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rect+", "rect~", "rect>", "rect "})
  void selectorsOfThousandsOfElements(String part) {
    assertTold(
        findings(
            "<style>"
                + repeated(90_000, part)
                + "rect{fill:red}</style>"
                + repeated(90_000, "<rect/>")),
        "selector that is not understood");
  }

  @Test
  void aMaskOfThousandsOfColours() {
    assertTold(
        findings(
            "<rect width='9' height='9' style='mask-image:linear-gradient("
                + repeated(100_000, "red,")
                + "red)'/>"),
        "mask is an image");
  }

  @Test
  void animationsThatAddToALongValue() {
    String d = "M0 0" + repeated(100_000, "h1");
    String animate = "<animate attributeName='d' by='1' dur='1s' repeatCount='.5' fill='freeze'/>";
    assertTold(
        findings("<path d='" + d + "'>" + repeated(3_000, animate) + "</path>"), "take too long");
  }

  @Test
  void aMotionPathOfManyCurves() {
    String curves = "M0 0" + repeated(20_000, "c0 9000 9000 9000 9000 0s-9000-9000-9000 0");
    String motion = "<animateMotion dur='1s' fill='freeze' path='" + curves + "'/>";
    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> rejection("<rect width='9' height='9'>" + motion + "</rect>")))
        .isEqualTo(PageRejected.Code.LIMIT_PATH);
  }

  private static PageRejected.Code rejection(String content) {
    try {
      new SvgToSlide(SlideOptions.defaults()).convert(page(content));
      return null;
    } catch (PageRejected rejected) {
      return rejected.code();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":is([a=b)][)",
        "[",
        "a[",
        ":is([",
        ":not(",
        ":has([)",
        "[a=b\\",
        ":nth-child(2n of [)",
        "\\",
        "|",
        "*|",
        ".",
        "#",
        ".k.",
        ":is(.)"
      })
  void selectorsThatEndInTheMiddle(String selector) {
    String classed = "<rect class='k' width='9' height='9'/>";
    assertThat(findings("<style>@scope (" + selector + "){*{fill:red}}</style>" + classed))
        .isNotNull();
    assertThat(findings("<style>" + selector + ",rect{fill:red}</style>" + classed)).isNotNull();
    assertThat(findings("<style>" + selector + "{fill:blue}</style>" + RECT)).isNotNull();
    assertThat(findings("<style>@supports selector(" + selector + "){}</style>" + RECT))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(min-aspect-ratio: 1/X)", "(min-resolution: 1X)", "(width > 1X)"})
  void mediaQueriesWithoutEnd(String query) {
    for (String part : List.of("/1", "dppx", "dpi/", "(")) {
      String media = query.replace("X", repeated(200_000, part));
      assertThat(findings("<style>@media " + media + "{r{}}</style>" + RECT)).isNotNull();
    }
  }

  private static String animated(String frames, String rest) {
    return "<style>@keyframes a{"
        + frames
        + "}rect,g{animation:a 1s infinite linear}</style>"
        + rest;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transform:scale(X0 a)",
        "transform:scale(X )",
        "transform:scale(1X,)",
        "opacity:X!",
        "opacity:X",
        "stroke-dashoffset:X",
        "transform:X",
        "transform:aX",
        "transform:scale(Xpx)"
      })
  void longTextsInKeyFrames(String declaration) {
    for (String filling : List.of("0", "1", " ", ".", "a", "scale(", "f(")) {
      String long1 = declaration.replace("X", repeated(100_000, filling));
      String long2 = declaration.replace("X", repeated(100_000, filling) + "2");
      assertThat(findings(animated("0%{" + long1 + "}100%{" + long2 + "}", RECT))).isNotNull();
      assertThat(findings(animated("from{transform:none}to{" + long1 + "}", RECT))).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "a", "1 ", "scale("})
  void longValuesOfAnimationElements(String filling) {
    String text = repeated(100_000, filling);
    for (String name : List.of("transform", "opacity", "stroke-dashoffset", "x")) {
      String animate =
          "<animate attributeName='"
              + name
              + "' values='0"
              + text
              + "!;1"
              + text
              + "?' dur='4s' begin='-1s' repeatCount='indefinite'/>";
      assertThat(findings("<rect width='9' height='9'>" + animate + "</rect>")).isNotNull();
    }
  }

  @Test
  void thousandsOfAnimationsOfAnElement() {
    String names = repeated(50_000, "a,") + "a";
    assertTold(
        findings(
            "<style>@keyframes a{from{opacity:0}to{opacity:.5}}rect{animation:1s infinite;"
                + "animation-name:"
                + names
                + "}</style>"
                + RECT
                + RECT),
        "last 32 animations");
  }

  @Test
  void keyFramesAtEveryPlaceForEveryElement() {
    StringBuilder frames = new StringBuilder();
    for (int i = 0; i < 9_000; i++) {
      frames.append(i / 100.0).append("%{opacity:0}");
    }
    assertTold(findings(animated(frames.toString(), repeated(5_000, RECT))), "take too long");
  }

  @Test
  void keyFramesOfManyPropertiesAtManyPlaces() {
    String places =
        IntStream.range(0, 50_000).mapToObj(i -> i / 500.0 + "%").collect(Collectors.joining(","));
    String block = repeated(10_000, "opacity:0;fill:red;");
    assertTold(findings(animated(places + "{" + block + "}", RECT)), "too many key frames");
  }

  @Test
  void classesAndAttributesThatAreLongAndOftenLookedAt() {
    String classes = repeated(200_000, "a ");
    String rules = repeated(5_000, ".a.zz{fill:red}.a{fill:blue}[class*=zz]{fill:red}");
    assertThat(
            findings(
                "<style>" + rules + "</style><rect class='" + classes + "' width='9' height='9'/>"))
        .isNotNull();
  }

  @Test
  void chainsOfThousandsOfColourChanges() {
    String chain = repeated(20_000, "brightness(.999)");
    assertTold(
        findings("<g style='filter:" + chain + "'>" + repeated(2_000, RECT) + "</g>"),
        "too many primitives");
    assertThat(
            findings(
                "<g id='g' style='filter:"
                    + repeated(900, "brightness(.999)")
                    + "'>"
                    + repeated(2_000, RECT)
                    + "</g>"))
        .isNotNull();
  }

  @Test
  void aFilterThatIsReferredToThousandsOfTimes() {
    String primitives = repeated(900, "<feOffset/>");
    assertTold(
        findings(
            "<filter id='f'>"
                + primitives
                + "</filter><g filter='"
                + repeated(10_000, "url(#f) ")
                + "'>"
                + RECT
                + "</g>"
                + repeated(5_000, "<rect width='9' height='9' style='filter:url(#f)'/>")),
        "too many primitives");
  }

  @Test
  void resultsThatAreMergedWithThemselves() {
    String merge = "<feMerge result='m'><feMergeNode in='m'/><feMergeNode in='m'/></feMerge>";
    assertThat(
            findings(
                "<filter id='f'><feDropShadow result='m' dx='3'/>"
                    + repeated(40, merge)
                    + "</filter><rect width='9' height='9' filter='url(#f)'/>"))
        .isNotNull();
  }

  private static String kept(int results) {
    StringBuilder filter = new StringBuilder("<filter id='f' x='0' y='0' width='1' height='1'>");
    for (int i = 0; i < results; i++) {
      filter.append("<feFlood flood-color='blue' flood-opacity='.1' result='k" + i + "'/>");
    }
    filter.append("<feMerge>");
    for (int i = 0; i < results; i++) {
      filter.append("<feMergeNode in='k" + i + "'/>");
    }
    return filter + "</feMerge></filter>";
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 60, 400})
  void aFilterThatKeepsManyResults(int results) {
    String content =
        kept(results)
            + "<g filter='url(#f)'><rect width='160' height='90' fill='teal'/>"
            + "<image width='9' height='9'/></g>";
    byte[] png =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () -> new SvgToSlide(SlideOptions.defaults()).preview(page(content), 3_000));
    assertThat(png).isNotEmpty();
  }

  @Test
  void filtersInFilters() {
    String nested =
        repeated(100, "<g filter='url(#f)'>")
            + "<rect width='160' height='90' fill='url(#p)'/>"
            + repeated(100, "</g>");
    String defs =
        "<filter id='f' x='0' y='0' width='1' height='1'><feMorphology radius='1'/></filter>"
            + "<pattern id='p' width='9' height='9' patternUnits='userSpaceOnUse'>"
            + RECT
            + "</pattern>";
    byte[] png =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () -> new SvgToSlide(SlideOptions.defaults()).preview(page(defs + nested), 2_000));
    assertThat(Arrays.copyOf(png, 4)).containsExactly(0x89, 'P', 'N', 'G');
  }
}
