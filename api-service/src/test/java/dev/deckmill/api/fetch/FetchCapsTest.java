package dev.deckmill.api.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class FetchCapsTest {
  private final FetchCaps caps = new FetchCaps(4, 16, 64);

  @Test
  void letsInAsManyAsAHostMayHaveAndNoOneMore() throws InterruptedException {
    Deque<FetchCaps.Place> places = take(4, "host-", "a", false);
    waitsUntil("a", "somebody", places);
  }

  @Test
  void letsInAsManyAsATenantMayHaveAndNoOneMore() throws InterruptedException {
    Deque<FetchCaps.Place> places = take(16, "x", "tenant", true);
    waitsUntil("another", "tenant", places);
  }

  @Test
  void letsInAsManyAsAProcessMayHaveAndNoOneMore() throws InterruptedException {
    Deque<FetchCaps.Place> places = new ArrayDeque<>();
    for (int each = 0; each < 64; each++) {
      places.add(caps.take("host" + each, "tenant" + each));
    }
    waitsUntil("another", "other", places);
  }

  @Test
  void letsASuspectInAloneAndNobodyBesideIt() throws InterruptedException {
    FetchCaps.Place alone = caps.takeAlone("host", "tenant");
    waitsUntil("another", "other", new ArrayDeque<>(List.of(alone)));
  }

  /** Or a server that is slow on purpose would make the consumer count as ill. */
  @Test
  void aRecordMayWaitUntilAllThatCameWithItFromItsHostHaveHadTheirTime() throws IOException {
    Properties settings = new Properties();
    try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
      settings.load(file);
    }
    String channel = "mp.messaging.incoming.page-fetch.";
    // The connector holds two polls' records before it pauses (max-queue-size-factor).
    int records = 2 * Integer.parseInt(settings.getProperty(channel + "max.poll.records"));
    long mostMillis =
        Long.parseLong(
            settings.getProperty(channel + "throttled.unprocessed-record-max-age.ms", "600000"));
    assertThat(Duration.ofSeconds(30).multipliedBy(records / 4))
        .isLessThan(Duration.ofMillis(mostMillis));
  }

  private Deque<FetchCaps.Place> take(int count, String prefix, String fixed, boolean tenant)
      throws InterruptedException {
    Deque<FetchCaps.Place> places = new ArrayDeque<>();
    for (int each = 0; each < count; each++) {
      places.add(tenant ? caps.take(prefix + each, fixed) : caps.take(fixed, prefix + each));
    }
    return places;
  }

  /** Somebody more waits, gets in when one of them leaves, and who is elsewhere never waits. */
  private void waitsUntil(String host, String tenant, Deque<FetchCaps.Place> places)
      throws InterruptedException {
    CountDownLatch in = new CountDownLatch(1);
    Thread waiting =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (FetchCaps.Place place = caps.take(host, tenant)) {
                    in.countDown();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> waiting.getState() == Thread.State.WAITING);
    assertThat(in.getCount()).isEqualTo(1);
    places.pop().close();
    assertThat(in.await(30, TimeUnit.SECONDS)).isTrue();
    places.forEach(FetchCaps.Place::close);
  }
}
