package dev.deckmill.converter;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.converter.pool.PageWorkers;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.message.UseCase;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Converts a page that was set aside as slow: as any other, but where it keeps none waiting. */
@Singleton
final class SlowPageConversion implements UseCase<ConvertPage> {
  private final PageConversion conversion;
  private final PageWorkers workers;

  SlowPageConversion(PageConversion conversion, PageWorkers workers) {
    this.conversion = conversion;
    this.workers = workers;
  }

  @Override
  public void run(Received<ConvertPage> order) throws IOException, InterruptedException {
    conversion.run(order, workers::convertSlow);
  }

  @Override
  public void giveUp(Received<ConvertPage> order, Trouble trouble)
      throws IOException, InterruptedException {
    conversion.giveUp(order, trouble);
  }
}
