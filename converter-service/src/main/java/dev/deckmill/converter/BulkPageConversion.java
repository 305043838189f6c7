package dev.deckmill.converter;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.converter.pool.PageWorkers;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.message.UseCase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Converts a page of a large job: as any other, but after those of small jobs that wait, and its
 * result is sent in a batch. While it waits for the batch the next page is at work; a semaphore
 * keeps the bytes of no more pages in memory than are converted at once.
 */
@Singleton
final class BulkPageConversion implements UseCase<ConvertPage> {
  private final PageConversion conversion;
  private final PageWorkers workers;
  private final ResultBatcher results;
  private final Semaphore permits;

  BulkPageConversion(
      PageConversion conversion,
      PageWorkers workers,
      ResultBatcher results,
      ConverterConfig config) {
    this.conversion = conversion;
    this.workers = workers;
    this.results = results;
    this.permits = new Semaphore(CoreCount.atWork(config.children(), config.slowLane()), true);
  }

  @Override
  public void run(Received<ConvertPage> order) throws IOException, InterruptedException {
    try (ResultBatcher.Expected expected = results.expect()) {
      expected.sendAndWait(answer(order));
    }
  }

  private Outgoing answer(Received<ConvertPage> order) throws IOException, InterruptedException {
    permits.acquire();
    try {
      return conversion.answer(order, workers::convertBulk);
    } finally {
      permits.release();
    }
  }

  @Override
  public void giveUp(Received<ConvertPage> order, Trouble trouble)
      throws IOException, InterruptedException {
    conversion.giveUp(order, trouble);
  }
}
