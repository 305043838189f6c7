package dev.deckmill.tracestore.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SpanAuthorizationTest {
  private static final String TOKEN = "0123456789abcdef";

  @Test
  void admitsNobodyWhileThereIsNoToken() {
    SpanAuthorization door = new SpanAuthorization(FixedSpansConfig.ofQueue(1, 1));
    for (String shown : new String[] {null, "", "Bearer ", "Bearer " + TOKEN}) {
      assertThat(door.admits(shown)).as(shown).isFalse();
    }
    assertThat(door.howToComeIn()).contains("deckmill.spans.token");
  }

  @Test
  void admitsWhoeverHasTheToken() {
    SpanAuthorization door = new SpanAuthorization(FixedSpansConfig.withToken(TOKEN));
    assertThat(door.admits("Bearer " + TOKEN)).isTrue();
    assertThat(door.admits("bearer " + TOKEN)).isTrue();
  }

  @Test
  void admitsNobodyElseOnceThereIsOne() {
    SpanAuthorization door = new SpanAuthorization(FixedSpansConfig.withToken(TOKEN));
    for (String shown : new String[] {null, "", TOKEN, "Basic " + TOKEN, "Bearer " + TOKEN + "x"}) {
      assertThat(door.admits(shown)).as(shown).isFalse();
    }
  }

  @Test
  void wantsNoShortToken() {
    assertThatThrownBy(() -> new SpanAuthorization(FixedSpansConfig.withToken("short")))
        .hasMessageContaining("deckmill.spans.token");
  }
}
