package dev.deckmill.svgpptx.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.deckmill.svgpptx.Page;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SvgToSlide;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text may begin anew on its path as often as it has letters. */
final class LongPathTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " filter='url(#f)'"})
  void measuresALongPathOnceForAllThatStandsOnIt(String filter) {
    StringBuilder path = new StringBuilder("M0 0");
    for (int i = 1; i <= 100_000; i++) {
      path.append(i % 2 == 0 ? "h.01" : "q.005 .01 .01 0");
    }
    StringBuilder spans = new StringBuilder();
    for (int i = 0; i < 1_500; i++) {
      spans.append("<tspan x='").append(i % 900).append("'>a</tspan>");
    }
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='1000' height='100' font-size='9'>"
            + "<filter id='f'><feGaussianBlur stdDeviation='1'/></filter>"
            + ("<text" + filter + "><textPath path='" + path + "'>" + spans + "</textPath></text>")
            + "</svg>";
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          Slide slide =
              new SvgToSlide(SlideOptions.defaults())
                  .convert(new Page("page", svg.getBytes(StandardCharsets.UTF_8)));
          assertThat(slide.report()).isNotNull();
        });
  }
}
