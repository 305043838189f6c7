package dev.deckmill.converter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.ConversionOptions;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.service.message.Received;
import io.opentelemetry.context.Context;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BeginningsTest {
  private static final Received<ConvertPage> ORDER =
      new Received<>(
          "order-1",
          new ConvertPage(
              "job-1",
              "acme",
              3,
              2,
              "a.svg",
              new BlobRef("inputs/job-1", 0, 10, "0".repeat(64)),
              new ConversionOptions(null, "balanced", "powerpoint"),
              1000,
              null),
          Duration.ofMillis(7),
          Context.root());

  private final KeptMessages recorder = new KeptMessages();

  @Test
  void aQuickPageTellsOfItsBeginningWithItsResultAlone() {
    Beginnings beginnings = new Beginnings(recorder, Duration.ofMinutes(10));
    Beginnings.Beginning beginning = beginnings.of(ORDER, "here/1");

    assertThat(beginning.untold()).isEqualTo(new PageStarted("job-1", "acme", 3, 2, "here/1", 7));
    assertThat(beginning.untold()).as("told once").isNull();
    assertThat(recorder.sent()).isEmpty();
    beginnings.close();
  }

  @Test
  void aPageThatTakesLongTellsOfItsBeginningByItself() {
    Beginnings beginnings = new Beginnings(recorder, Duration.ofMillis(1));
    Beginnings.Beginning beginning = beginnings.of(ORDER, "here/1");

    await().until(() -> recorder.sent().size() == 1);
    assertThat(recorder.sent().getFirst().id()).startsWith("order-1.started.");
    assertThat(recorder.sent().getFirst().body()).isInstanceOf(PageStarted.class);
    assertThat(beginning.untold()).as("told already").isNull();
    beginnings.close();
  }
}
