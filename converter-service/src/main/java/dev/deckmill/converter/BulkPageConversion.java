package dev.deckmill.converter;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.converter.pool.PageWorkers;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.message.UseCase;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Converts a page of a large job: as any other, but after those of small jobs that wait. */
@Singleton
final class BulkPageConversion implements UseCase<ConvertPage> {
  private final PageConversion conversion;
  private final PageWorkers workers;

  BulkPageConversion(PageConversion conversion, PageWorkers workers) {
    this.conversion = conversion;
    this.workers = workers;
  }

  @Override
  public void run(Received<ConvertPage> order) throws IOException, InterruptedException {
    conversion.run(order, workers::convertBulk);
  }

  @Override
  public void giveUp(Received<ConvertPage> order, Trouble trouble)
      throws IOException, InterruptedException {
    conversion.giveUp(order, trouble);
  }
}
