package dev.deckmill.api.orchestration.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.testing.Rows;
import io.opentelemetry.context.Context;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class PackageOnceTest {
  private static final int ROUNDS = 100;
  private static final int PAGES = 4;

  @Inject JobProgress progress;

  @Test
  void ordersOneDeckHoweverManyLastPagesFinishAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(PAGES)) {
      for (int round = 0; round < ROUNDS; round++) {
        String id = Client.submitted(PAGES, Map.of());
        CyclicBarrier together = new CyclicBarrier(PAGES);
        List<Future<?>> pages = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
          Received<PageMessage> result = result(id, page);
          pages.add(
              threads.submit(
                  () -> {
                    together.await();
                    progress.apply(List.of(result));
                    return null;
                  }));
        }
        for (Future<?> page : pages) {
          page.get();
        }
        assertThat(Client.job(id).jsonPath().getString("state")).isEqualTo("packaging");
        assertThat(
                Rows.number(
                    "select count(*) from api.deck_order where job_id = :id and kind = 'package'",
                    Map.of("id", id)))
            .isEqualTo(1);
      }
    }
  }

  private static Received<PageMessage> result(String id, int page) {
    ConvertPage order =
        new ConvertPage(
            id,
            "acme",
            page,
            1,
            "p",
            new BlobRef("jobs/x/input", 0, 1, "0".repeat(64)),
            new ConversionOptions(Workers.OWN_SIZE, "balanced", "powerpoint", "name"),
            1000,
            null);
    return new Received<>(
        UUID.randomUUID().toString(), Workers.converted(order), Duration.ZERO, Context.root());
  }
}
