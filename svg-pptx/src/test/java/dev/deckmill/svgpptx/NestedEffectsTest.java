package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is planned several times over is not planned so in each other without end. */
class NestedEffectsTest {
  private static final int DEPTH = 30;

  @Test
  void masksInMasksComeToAnEnd() {
    String mask =
        """
        <mask id="e" maskUnits="userSpaceOnUse" width="100" height="100">
          <rect width="40" height="90" fill="#fff"/><rect x="40" width="40" height="90" fill="#999"/>
          <rect y="30" width="90" height="30" fill="#444"/>
        </mask>
        """;
    ends(mask, "mask");
  }

  /** Each attempt is given up at its text, and what is in it planned anew. */
  @Test
  void gradientsInMasksThatComeToNothingComeToAnEnd() {
    String mask =
        """
        <linearGradient id="g"><stop stop-color="#fff"/><stop offset="1"/></linearGradient>
        <mask id="e" maskUnits="userSpaceOnUse" width="100" height="100">
          <rect width="90" height="90" fill="url(#g)"/>
        </mask>
        """;
    ends(mask, "mask");
  }

  @Test
  void filtersInFiltersComeToAnEnd() {
    String filter =
        """
        <filter id="e"><feOffset dx="1" result="o"/><feMerge><feMergeNode in="SourceGraphic"/>
          <feMergeNode in="o"/><feMergeNode in="SourceGraphic"/></feMerge></filter>
        """;
    ends(filter, "filter");
  }

  @Test
  void resultsOfResultsComeToAnEnd() {
    StringBuilder filter = new StringBuilder("<filter id='e'>");
    for (int i = 0; i < 200; i++) {
      filter.append("<feOffset dx='1' result='a'/><feMerge>");
      filter.append("<feMergeNode/>".repeat(8)).append("</feMerge>");
    }
    ends(filter.append("</filter>").toString(), "filter");
  }

  private static void ends(String effect, String property) {
    String open = "<g %s=\"url(#e)\">".formatted(property).repeat(DEPTH);
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 90'>%s%s<rect width='80' height='60' fill='red'/><text y='40'>a</text>%s</svg>"
            .formatted(effect, open, "</g>".repeat(DEPTH));
    Page page = new Page("nested.svg", svg.getBytes(StandardCharsets.UTF_8));
    SlideOptions usual = SlideOptions.defaults();
    // Without pictures, whose cost is another matter.
    SlideOptions options =
        new SlideOptions(
            usual.slideSize(), SlideOptions.Target.SPEED, usual.textProfile(), usual.limits());
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertThat(new SvgToSlide(options).convert(page).report()).isNotNull());
  }
}
