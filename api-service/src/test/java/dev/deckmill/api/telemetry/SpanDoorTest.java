package dev.deckmill.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

final class SpanDoorTest {
  private static final String TOKEN = "0123456789abcdef";

  @Test
  void admitsThisMachineAloneWhileThereIsNoToken() throws UnknownHostException {
    SpanDoor door = new SpanDoor(FixedSpansConfig.ofQueue(1, 1));
    assertThat(door.admits(null, InetAddress.getLoopbackAddress())).isTrue();
    assertThat(door.admits("Bearer " + TOKEN, elsewhere())).isFalse();
    assertThat(door.admits(null, null)).isFalse();
  }

  @Test
  void admitsWhoeverHasTheTokenFromAnywhere() throws UnknownHostException {
    SpanDoor door = new SpanDoor(FixedSpansConfig.withToken(TOKEN));
    assertThat(door.admits("Bearer " + TOKEN, elsewhere())).isTrue();
    assertThat(door.admits("bearer " + TOKEN, null)).isTrue();
  }

  @Test
  void asksThisMachineForTheTokenTooOnceThereIsOne() throws UnknownHostException {
    SpanDoor door = new SpanDoor(FixedSpansConfig.withToken(TOKEN));
    InetAddress here = InetAddress.getLoopbackAddress();
    for (String shown : new String[] {null, "", TOKEN, "Basic " + TOKEN, "Bearer " + TOKEN + "x"}) {
      assertThat(door.admits(shown, here)).as(shown).isFalse();
    }
  }

  @Test
  void wantsNoShortToken() {
    assertThatThrownBy(() -> new SpanDoor(FixedSpansConfig.withToken("short")))
        .hasMessageContaining("deckmill.spans.token");
  }

  private static InetAddress elsewhere() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
  }
}
