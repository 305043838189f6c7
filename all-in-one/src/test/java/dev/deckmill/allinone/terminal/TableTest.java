package dev.deckmill.allinone.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void makesColumnsAsWideAsTheirWidestCell() {
    assertThat(new Table().row("a", "1").row("long name", "22").lines())
        .containsExactly("a          1", "long name  22");
  }

  @Test
  void saysDurationsInTheUnitThatFits() {
    assertThat(Durations.text(Duration.ofMillis(42))).isEqualTo("42 ms");
    assertThat(Durations.text(Duration.ofMillis(1_449))).isEqualTo("1.4 s");
    assertThat(Durations.text(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
  }
}
