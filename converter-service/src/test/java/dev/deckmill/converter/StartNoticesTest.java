package dev.deckmill.converter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.service.message.Received;
import io.opentelemetry.context.Context;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartNoticesTest {
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
              new ConversionOptions(null, "balanced", "powerpoint", null),
              1000,
              null),
          Duration.ofMillis(7),
          Context.root());

  private final KeptMessages recorder = new KeptMessages();

  @Test
  void aQuickPagesNoticeGoesWithItsResultAlone() {
    StartNotices notices = new StartNotices(recorder, Duration.ofMinutes(10), "here/1");
    StartNotices.StartNotice notice = notices.of(ORDER);

    assertThat(notice.takeUnsent()).isEqualTo(new PageStarted("job-1", "acme", 3, 2, "here/1", 7));
    assertThat(notice.takeUnsent()).as("taken once").isNull();
    assertThat(recorder.sent()).isEmpty();
    notices.close();
  }

  @Test
  void theNoticeOfAPageThatTakesLongIsSentByItself() {
    StartNotices notices = new StartNotices(recorder, Duration.ofMillis(1), "here/1");
    StartNotices.StartNotice notice = notices.of(ORDER);

    await().until(() -> recorder.sent().size() == 1);
    assertThat(recorder.sent().getFirst().id()).startsWith("order-1.started.");
    assertThat(recorder.sent().getFirst().body()).isInstanceOf(PageStarted.class);
    assertThat(notice.takeUnsent()).as("sent already").isNull();
    notices.close();
  }
}
