package dev.deckmill.api.orchestration.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.api.orchestration.job.PageProgress;
import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.outbox.PublicEvents;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.page.PageUpdate;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.JobFailed;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.contracts.message.PagesFinished;
import dev.deckmill.contracts.part.FinishedPage;
import dev.deckmill.service.message.Received;
import io.opentelemetry.context.Context;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class PublicPageEventsTest {
  @Inject JobProgress progress;
  @Inject PublicEvents events;
  @Inject WorkerDatabase database;
  @Inject JobStore jobs;

  private Orders orders;

  @BeforeEach
  void listen() {
    orders = new Orders();
  }

  @AfterEach
  void stopListening() {
    orders.close();
  }

  @Test
  void tellsPagesThatFinishTogetherInOneEvent() {
    int pages = 25;
    String id = Client.submitted(pages, Map.of());
    List<Received<PageMessage>> results = new ArrayList<>();
    for (ConvertPage order : orders.bulkPages(id, pages)) {
      results.add(received(Workers.started(order)));
      results.add(received(Workers.converted(order)));
    }

    progress.apply(results);
    progress.apply(results);

    orders.deck(id);
    assertThat(orders.events(id, PagesFinished.class, 1))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.pagesTotal()).isEqualTo(pages);
              assertThat(event.pagesDone()).isEqualTo(pages);
              assertThat(event.pages()).extracting(FinishedPage::page).doesNotHaveDuplicates();
              assertThat(event.pages())
                  .hasSize(pages)
                  .allMatch(page -> page.state().equals("succeeded") && page.attempts() == 1);
            });
  }

  /** Each may say why it failed, and a record has its limit. */
  @Test
  void tellsOfAHundredPagesAtMostInOneEvent() {
    String id = Client.submitted(1, Map.of());
    List<PageUpdate> updates =
        IntStream.rangeClosed(1, 220)
            .mapToObj(
                page ->
                    new PageUpdate(
                        new PageProgress(page, PageState.SUCCEEDED, 1, 1, 0),
                        null,
                        null,
                        new PageUpdate.Due.Never()))
            .toList();
    database.useTransaction(
        tx -> events.pagesFinished(tx, jobs.hold(tx, List.of(id)).get(id), updates, Tally.NONE));

    assertThat(orders.events(id, PagesFinished.class, 3))
        .extracting(event -> event.pages().size())
        .containsExactly(100, 100, 20);
  }

  @Test
  void tellsWhyAPageFailedAndThenWhyTheJobDid() {
    String id = Client.submitted(2, Map.of());
    for (int page = 1; page <= 2; page++) {
      ConvertPage order = orders.page(id, page, 1);
      progress.apply(
          List.of(
              received(Workers.started(order)),
              received(Workers.failed(order, ErrorType.SVG_INVALID))));
    }

    JobFailed end = orders.events(id, JobFailed.class, 1).getFirst();
    List<PagesFinished> told = orders.events(id, PagesFinished.class, 2);

    assertThat(told).extracting(PagesFinished::pagesDone).containsExactly(1, 2);
    assertThat(told).extracting(PagesFinished::pagesFailed).containsExactly(1, 2);
    assertThat(told.getFirst().pages())
        .containsExactly(
            new FinishedPage(
                1,
                "failed",
                1,
                Workers.failed(orders.page(id, 1, 1), ErrorType.SVG_INVALID).trouble()));
    assertThat(end.state()).isEqualTo("failed");
    assertThat(end.trouble().type()).isEqualTo(ErrorType.SVG_INVALID);
  }

  @Test
  void saysNothingOfPagesThatAreOnlyBegun() {
    String id = Client.submitted(2, Map.of());
    progress.apply(List.of(received(Workers.started(orders.page(id, 1, 1)))));
    progress.apply(List.of(received(Workers.converted(orders.page(id, 1, 1)))));

    assertThat(orders.events(id, PagesFinished.class, 1))
        .extracting(PagesFinished::pagesDone)
        .containsExactly(1);
  }

  private static Received<PageMessage> received(PageMessage result) {
    return new Received<>(UUID.randomUUID().toString(), result, Duration.ZERO, Context.root());
  }
}
