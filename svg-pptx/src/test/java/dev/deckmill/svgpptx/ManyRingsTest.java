package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Radial gradients that the slide has no like of are cut into rings, but not without end. */
class ManyRingsTest {
  private static final int COLUMNS = 10;

  /** Cutting all forty took seven seconds. */
  @Test
  void cutsNoMoreRingsThanAPageMayHave() throws Exception {
    Slide slide = converted(40);
    assertThat(told(slide)).hasSizeBetween(20, 35);
    assertThat(slide.report().renditions().approximateElements()).isEqualTo(40);
  }

  @Test
  void cutsAllOfAnOrdinaryPage() throws Exception {
    assertThat(told(converted(5))).isEmpty();
  }

  /** Two hundred curves that cross are seventy thousand pieces, and were cut for minutes. */
  @Test
  void cutsNoFormThatRunsOverItselfManyTimes() throws Exception {
    StringBuilder star = new StringBuilder("<path id='star' fill='url(#g)' d='M");
    for (int i = 0; i < 200; i++) {
      star.append(i == 0 ? "" : "Q500 300 ").append(point(0, 500, 300, 67 * i)).append(' ');
    }
    Slide slide =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> converted(star.append("Z'/>").toString()));
    assertThat(slide.report().findings())
        .anySatisfy(f -> assertThat(f.code()).isEqualTo(Finding.Code.APPROXIMATED));
  }

  private static List<Finding> told(Slide slide) {
    return slide.report().findings().stream()
        .filter(f -> f.detail().contains("cut into rings"))
        .toList();
  }

  private static Slide converted(int blobs) throws Exception {
    StringBuilder shapes = new StringBuilder();
    for (int i = 0; i < blobs; i++) {
      shapes.append(blob(i, 60 + i % COLUMNS * 95, 60 + i / COLUMNS * 140));
    }
    return converted(shapes.toString());
  }

  private static Slide converted(String shapes) throws Exception {
    String svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 600">
        <radialGradient id="g" cx=".5" cy=".5" r=".5" fx=".2" fy=".3">
        <stop offset="0" stop-color="red"/><stop offset=".4" stop-color="lime" stop-opacity=".7"/>
        <stop offset="1" stop-color="blue"/></radialGradient>
        %s</svg>
        """
            .formatted(shapes);
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    return new SvgToSlide(SlideOptions.defaults()).convert(new Page("blobs", bytes));
  }

  /** Forty arcs that go out and in again by turns. */
  private static String blob(int number, double x, double y) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      path.append(i == 0 ? "M" : "Q" + point(number, x, y, 2 * i - 1) + " ");
      path.append(point(number, x, y, 2 * i)).append(' ');
    }
    return "<path id='b%d' fill='url(#g)' d='%sZ'/>".formatted(number, path);
  }

  private static String point(int number, double x, double y, int step) {
    double angle = Math.PI * step / 40;
    double radius = 60 * (0.6 + 0.4 * Math.abs(Math.sin(step * 12.9 + number)));
    return String.format(
        Locale.ROOT, "%.1f %.1f", x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
}
