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
 * answer goes out with those of others. While it waits for them the next page is at work; of no
 * more pages than without that are the bytes held in memory.
 */
@Singleton
final class BulkPageConversion implements UseCase<ConvertPage> {
  private final PageConversion conversion;
  private final PageWorkers workers;
  private final GatheredAnswers answers;
  private final Semaphore turns;

  BulkPageConversion(
      PageConversion conversion,
      PageWorkers workers,
      GatheredAnswers answers,
      ConverterConfig config) {
    this.conversion = conversion;
    this.workers = workers;
    this.answers = answers;
    this.turns = new Semaphore(CoreCount.atWork(config.children(), config.slowLane()), true);
  }

  @Override
  public void run(Received<ConvertPage> order) throws IOException, InterruptedException {
    try (GatheredAnswers.Coming coming = answers.expect()) {
      coming.sendAndWait(answer(order));
    }
  }

  private Outgoing answer(Received<ConvertPage> order) throws IOException, InterruptedException {
    turns.acquire();
    try {
      return conversion.answer(order, workers::convertBulk);
    } finally {
      turns.release();
    }
  }

  @Override
  public void giveUp(Received<ConvertPage> order, Trouble trouble)
      throws IOException, InterruptedException {
    conversion.giveUp(order, trouble);
  }
}
