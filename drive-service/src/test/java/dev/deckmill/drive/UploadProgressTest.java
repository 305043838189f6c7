package dev.deckmill.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.message.DeckUploadProgressed;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UploadProgressTest {
  private final List<Outgoing> sent = new ArrayList<>();
  private final UploadDeck order = Orders.plain(new PatternBlobs(), "acme", "job", 1000);
  private long nanos;
  private final Publisher publisher =
      message -> {
        sent.add(message);
        return CompletableFuture.completedFuture(null);
      };
  private final UploadProgress progress =
      new UploadProgress(order, "order", Context.root(), publisher, () -> nanos);

  private List<Long> told() {
    return sent.stream().map(each -> ((DeckUploadProgressed) each.body()).bytes()).toList();
  }

  @Test
  void tellsEachTwentiethHoweverManyChunksThereAre() {
    for (int bytes = 0; bytes <= 1000; bytes++) {
      progress.now(bytes, 1000);
    }
    assertThat(told()).hasSize(19).startsWith(50L, 100L).endsWith(950L);
    assertThat(sent).extracting(Outgoing::id).doesNotHaveDuplicates();
  }

  @Test
  void tellsASlowOneOnceASecond() {
    for (int bytes = 1; bytes <= 30; bytes++) {
      nanos += Duration.ofMillis(100).toNanos();
      progress.now(bytes, 1_000_000);
    }
    assertThat(told()).containsExactly(10L, 20L, 30L);
  }

  @Test
  void tellsNothingOfWhatIsSentInOnePiece() {
    nanos += Duration.ofMinutes(1).toNanos();
    progress.now(0, 1000);
    progress.now(1000, 1000);
    assertThat(sent).isEmpty();
  }

  @Test
  void tellsThatItHadToBeginAgain() {
    progress.now(500, 1000);
    progress.now(100, 1000);
    assertThat(told()).containsExactly(500L, 100L);
  }
}
