package dev.deckmill.converter;

import dev.deckmill.converter.pool.ChildEnded;
import dev.deckmill.converter.pool.PageWorkers;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Opens the workers with the service and ends them with it. */
final class WorkersWiring {
  private static final Logger LOG = Logger.getLogger(WorkersWiring.class);

  /** A host that lacks what the settings require ends the start here, before any page is taken. */
  @Produces
  @Singleton
  @Startup
  PageWorkers workers(ConverterConfig config) throws IOException, InterruptedException {
    PageWorkers workers =
        PageWorkers.open(
            new PageWorkers.Terms(
                new PageWorkers.Slots(
                    config.children(),
                    config.slowLane(),
                    config.makeRoomAfter(),
                    config.slowAfter()),
                config.pagesPerChild(),
                config.pagesOfOneTenant(),
                config.childStartLimit(),
                config.childHeapMegabytes(),
                config.isolation(),
                config.faultInjection()));
    Thread.ofPlatform().name("warm-up").daemon().start(() -> warmUp(workers));
    return workers;
  }

  void close(@Disposes PageWorkers workers) throws IOException {
    workers.close();
  }

  private static void warmUp(PageWorkers workers) {
    try {
      workers.warmUp();
    } catch (IOException | ChildEnded e) {
      // The service stays unready, and the first page tries again.
      LOG.error("The children could not be started", e);
    }
  }
}
