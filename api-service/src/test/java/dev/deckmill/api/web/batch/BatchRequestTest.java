package dev.deckmill.api.web.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.refusal.Refusal;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class BatchRequestTest {
  @Test
  void hasAsManyUrlsAsTheLimitAndNotOneMore() {
    assertThat(urls(50).urls()).hasSize(50);
    assertThatThrownBy(() -> urls(51))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("OPTION_INVALID");
    assertThatThrownBy(() -> urls(0)).isInstanceOf(Refusal.class);
  }

  private static BatchRequest urls(int count) {
    return new BatchRequest(
        Collections.nCopies(count, "http://127.0.0.1/a.svg"),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
