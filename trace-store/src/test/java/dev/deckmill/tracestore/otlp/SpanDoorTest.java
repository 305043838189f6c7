package dev.deckmill.tracestore.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SpanDoorTest {
  private static final String TOKEN = "0123456789abcdef";

  @Test
  void admitsNobodyWhileThereIsNoToken() {
    SpanDoor door = new SpanDoor(FixedSpansConfig.ofQueue(1, 1));
    for (String shown : new String[] {null, "", "Bearer ", "Bearer " + TOKEN}) {
      assertThat(door.admits(shown)).as(shown).isFalse();
    }
    assertThat(door.howToComeIn()).contains("deckmill.spans.token");
  }

  @Test
  void admitsWhoeverHasTheToken() {
    SpanDoor door = new SpanDoor(FixedSpansConfig.withToken(TOKEN));
    assertThat(door.admits("Bearer " + TOKEN)).isTrue();
    assertThat(door.admits("bearer " + TOKEN)).isTrue();
  }

  @Test
  void admitsNobodyElseOnceThereIsOne() {
    SpanDoor door = new SpanDoor(FixedSpansConfig.withToken(TOKEN));
    for (String shown : new String[] {null, "", TOKEN, "Basic " + TOKEN, "Bearer " + TOKEN + "x"}) {
      assertThat(door.admits(shown)).as(shown).isFalse();
    }
  }

  @Test
  void wantsNoShortToken() {
    assertThatThrownBy(() -> new SpanDoor(FixedSpansConfig.withToken("short")))
        .hasMessageContaining("deckmill.spans.token");
  }
}
