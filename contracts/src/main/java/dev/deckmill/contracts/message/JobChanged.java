package dev.deckmill.contracts.message;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Public event: a job was accepted, or goes on after its end as another run. Its end is reported by
 * {@link JobCompleted} or {@link JobFailed}.
 *
 * @param state the job's state as the REST API spells it
 * @param pagesTotal how many pages it has
 * @param pagesDone how many of them are finished, well or not
 * @param pagesFailed how many of them failed
 * @param trouble null: as long as a job goes on there is none
 */
public record JobChanged(
    String jobId,
    String tenant,
    String state,
    int pagesTotal,
    int pagesDone,
    int pagesFailed,
    @Nullable Trouble trouble)
    implements JobMessage {
  public JobChanged {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(state, "state");
  }
}
