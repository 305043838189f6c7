package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Public event: a job has ended with a deck.
 *
 * @param state the job's state as the REST API spells it: how well it went
 * @param run which run of the job has ended, from 1
 * @param pagesTotal how many pages it has
 * @param pagesFailed how many of them failed
 * @param trouble why the deck was not delivered, or null; it can be downloaded all the same
 */
public record JobCompleted(
    String jobId,
    String tenant,
    String state,
    int run,
    int pagesTotal,
    int pagesFailed,
    @Nullable Trouble trouble)
    implements JobMessage {
  public JobCompleted {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(state, "state");
    Checks.run(run);
  }
}
