package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.deckmill.svgpptx.Finding.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pages whose fonts, paths under text and masks cost more than they say. */
class HostileFontsAndMasksTest {
  private static final Duration HANGS = Duration.ofSeconds(30);

  @Test
  void declarationsWithoutAColonAreEachReadOnce() {
    Slide slide =
        converted("<style>@font-face{" + ";".repeat(2_000_000) + "}</style><text y='20'>a</text>");
    assertThat(codes(slide)).contains(Code.CSS_ERROR);
  }

  @Test
  void manyFacesOfManyFamiliesAreNotAllTried() {
    String faces = "@font-face{font-family:a;src:url(data:)}".repeat(10_000);
    StringBuilder texts = new StringBuilder();
    for (int size = 1; size <= 30; size++) {
      texts.append("<text font-size='").append(size).append("'>abc</text>");
    }
    String families = "a,".repeat(10_000) + "b";
    Slide slide =
        converted(
            "<style>" + faces + "</style><g font-family='" + families + "'>" + texts + "</g>");
    assertThat(codes(slide)).contains(Code.FONT_SUBSTITUTED);
  }

  @Test
  void lettersThatGrowOnALongPathAreMeasuredAgainstItOnce() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("<tspan x='").append(i % 9).append("' font-size='");
      text.append(String.format(Locale.ROOT, "%.4f", 4 + i * 0.0005)).append("'>a</tspan>");
    }
    Slide slide =
        converted(
            "<linearGradient id='g'><stop stop-color='red'/><stop offset='1'/></linearGradient>"
                + "<path id='p' d='M0 0"
                + "h1".repeat(100_000)
                + "'/><text fill='url(#g)'><textPath href='#p'>"
                + text
                + "</textPath></text>");
    assertThat(slide.report().renditions().approximateElements()).isPositive();
  }

  @Test
  void textsOnALongPolylineCountItEachTime() {
    String text = "<text y='9'><textPath href='#p'>a</textPath></text>";
    String points = "0 0 1 0 ".repeat(50_000);
    assertThatThrownBy(
            () -> converted("<polyline id='p' points='" + points + "'/>" + text.repeat(1_500)))
        .isInstanceOfSatisfying(
            PageRejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo(PageRejected.Code.LIMIT_PATH));
  }

  @Test
  void aMaskThatCrossesItselfOverAndOverIsDrawn() {
    Random random = new Random(7);
    StringBuilder path = new StringBuilder("M0 0");
    for (int i = 0; i < 990; i++) {
      path.append('L').append(random.nextInt(960)).append(' ').append(random.nextInt(540));
    }
    Slide slide =
        converted(
            "<mask id='m' maskUnits='userSpaceOnUse' width='960' height='540'>"
                + "<path fill='#fff' fill-rule='evenodd' d='"
                + path
                + "'/></mask>"
                + "<rect id='r' width='960' height='540' fill='red' mask='url(#m)'/>");
    assertThat(codes(slide)).contains(Code.RASTERIZED);
  }

  /** Each level would be drawn for each tile of the one around it, and for several of them. */
  @Test
  void masksWithWordsInEachOtherAreDrawnOnceEach() {
    StringBuilder masks = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      String inner = i < 29 ? "' mask='url(#m" + (i + 1) + ")" : "";
      masks.append("<mask id='m").append(i).append("'><rect width='960' height='540' fill='#eee");
      masks.append(inner).append("'/><text x='40' y='").append(100 + 5 * i);
      masks.append("' font-size='30' fill='#888'>Mask</text></mask>");
    }
    Slide slide =
        converted(masks + "<rect id='r' width='960' height='540' fill='red' mask='url(#m0)'/>");
    assertThat(codes(slide)).containsExactly(Code.RASTERIZED);
  }

  @Test
  void pathsThatCrossThemselvesOverAndOverAreNotCutByAClip() {
    Random random = new Random(7);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      path.append('M').append(random.nextInt(960)).append(' ').append(random.nextInt(540));
      path.append('L').append(random.nextInt(960)).append(' ').append(random.nextInt(540));
    }
    Slide slide =
        converted(
            "<clipPath id='c'><circle cx='400' cy='250' r='200'/></clipPath>"
                + ("<path clip-path='url(#c)' stroke='red' d='" + path + "'/>").repeat(4));
    assertThat(codes(slide)).containsOnly(Code.RASTERIZED);
  }

  private static List<Code> codes(Slide slide) {
    return slide.report().findings().stream().map(Finding::code).toList();
  }

  private static Slide converted(String content) {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 960 540'>" + content + "</svg>";
    Page page = new Page("hostile.svg", svg.getBytes(StandardCharsets.UTF_8));
    return assertTimeoutPreemptively(
        HANGS, () -> new SvgToSlide(SlideOptions.defaults()).convert(page));
  }
}
