package dev.deckmill.svgpptx.parse.animation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
  @ParameterizedTest
  @CsvSource({
    // iterations, alternate, reverse, progress at the end
    "1, false, false, 1",
    "1, false, true, 0",
    "2, true, false, 0",
    "3, true, false, 1",
    "2, true, true, 1",
    "1.5, false, false, 0.5",
    "1.25, true, false, 0.75",
    "0, false, false, 0"
  })
  void end(double iterations, boolean alternate, boolean reverse, double progress) {
    Timing timing = new Timing(2, 1, iterations, alternate, reverse, true, false);

    assertThat(timing.atEnd()).isEqualTo(progress);
  }

  @Test
  void nothingStays_unlessItFillsForwards() {
    assertThat(new Timing(1, 0, 1, false, false, false, true).atEnd()).isNaN();
  }

  @Test
  void start_isInTheMiddleAfterANegativeDelay() {
    assertThat(new Timing(2, -1, 1, false, false, true, false).atStart()).isEqualTo(0.5);
    assertThat(new Timing(2, 1, 1, false, false, true, false).atStart()).isNaN();
    assertThat(new Timing(2, 1, 1, false, false, true, true).atStart()).isEqualTo(0);
  }

  @Test
  void firstFrame_ofWhatNeverEnds() {
    double endless = Double.POSITIVE_INFINITY;

    assertThat(new Timing(2, -3, endless, false, false, false, false).inFirstFrame())
        .isEqualTo(0.5);
    assertThat(new Timing(2, 5, endless, false, true, false, false).inFirstFrame()).isEqualTo(1);
  }
}
