package dev.deckmill.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdempotencyKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", " a", "a ", "\u00fc", "a\tb", "\u0000", "a\u007f"})
  void isPrintableAscii(String value) {
    assertThatThrownBy(() -> new IdempotencyKey(value)).isInstanceOf(Refusal.class);
  }

  @Test
  void hasAsManyCharactersAsTheLimitAndNotOneMore() {
    assertThat(new IdempotencyKey("k".repeat(255)).value()).hasSize(255);
    assertThatThrownBy(() -> new IdempotencyKey("k".repeat(256))).isInstanceOf(Refusal.class);
  }
}
