package dev.deckmill.allinone.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void aPercentileIsATimeThatWasMeasured() {
    Latencies hundred =
        new Latencies(
            LongStream.rangeClosed(1, 100).map(i -> 101 - i).mapToObj(Duration::ofMillis).toList());
    assertThat(hundred.percentile(0.5)).isEqualTo(Duration.ofMillis(50));
    assertThat(hundred.percentile(0.95)).isEqualTo(Duration.ofMillis(95));
    assertThat(hundred.percentile(1)).isEqualTo(Duration.ofMillis(100));
    assertThat(hundred.percentile(0.001)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void ofOneTimeEveryPercentileIsThatTime() {
    Latencies one = new Latencies(List.of(Duration.ofMillis(7)));
    assertThat(one.percentile(0.5)).isEqualTo(one.percentile(0.95)).isEqualTo(Duration.ofMillis(7));
  }

  @Test
  void nothingMeasuredHasNoPercentile() {
    assertThatThrownBy(() -> new Latencies(List.of())).hasMessageContaining("nothing");
  }
}
