package dev.deckmill.converter;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.converter.pool.PageWorkers;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.message.UseCase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Converts a page that was set aside as slow: as any other, but where it keeps none waiting. */
@Singleton
final class SlowPageConversion implements UseCase<ConvertPage> {
  private static final Logger LOG = Logger.getLogger(SlowPageConversion.class);

  /** The deadline is by the database's clock, and this machine's may be that far ahead of it. */
  private static final Duration CLOCKS_APART = Duration.ofHours(1);

  private final PageConversion conversion;
  private final PageWorkers workers;
  private final Clock clock = Clock.systemUTC();

  SlowPageConversion(PageConversion conversion, PageWorkers workers) {
    this.conversion = conversion;
    this.workers = workers;
  }

  @Override
  public void run(Received<ConvertPage> order) throws IOException, InterruptedException {
    ConvertPage page = order.body();
    if (isTooLate(page)) {
      LOG.infof(
          "Slow page %d of %s is left: its job's time is long over", page.page(), page.jobId());
      return;
    }
    conversion.run(order, workers::convertSlow);
  }

  private boolean isTooLate(ConvertPage page) {
    Long notAfter = page.notAfterMillis();
    return notAfter != null && clock.millis() - notAfter > CLOCKS_APART.toMillis();
  }

  @Override
  public void giveUp(Received<ConvertPage> order, Trouble trouble)
      throws IOException, InterruptedException {
    conversion.giveUp(order, trouble);
  }
}
