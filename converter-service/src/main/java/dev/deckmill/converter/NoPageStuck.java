package dev.deckmill.converter;

import dev.deckmill.contracts.message.PageMessage;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as no page is far past its deadline: then only a restart helps. */
@Liveness
@Singleton
final class NoPageStuck implements HealthCheck {
  private final PagesAtWork atWork;

  NoPageStuck(PagesAtWork atWork) {
    this.atWork = atWork;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<PageMessage> stuck = atWork.stuck();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("no page is stuck")
            .status(stuck.isEmpty())
            .withData("at work", atWork.count());
    stuck.ifPresent(page -> answer.withData("stuck", page.jobId() + "/" + page.page()));
    return answer.build();
  }
}
