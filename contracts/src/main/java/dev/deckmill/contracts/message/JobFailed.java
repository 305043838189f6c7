package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;

/**
 * Public event: a job has failed or was cancelled.
 *
 * @param state the job's state as the REST API spells it: {@code failed} or {@code cancelled}
 * @param run which run of the job has ended, from 1
 * @param pagesTotal how many pages it has
 * @param pagesDone how many of them are finished, well or not
 * @param pagesFailed how many of them failed
 * @param trouble why
 */
public record JobFailed(
    String jobId,
    String tenant,
    String state,
    int run,
    int pagesTotal,
    int pagesDone,
    int pagesFailed,
    Trouble trouble)
    implements JobMessage {
  public JobFailed {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(state, "state");
    Checks.run(run);
    Objects.requireNonNull(trouble, "trouble");
  }
}
