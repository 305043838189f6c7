package dev.deckmill.contracts.message;

import dev.deckmill.contracts.part.Checks;
import java.util.Objects;

/**
 * Public event: a submission from {@code deckmill.job.submit} has its job. The same submission sent
 * again is answered with the same event, id and all.
 *
 * @param submissionId what the sender called the submission
 */
public record JobAccepted(String jobId, String tenant, String submissionId) implements JobMessage {
  public JobAccepted {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(submissionId, "submissionId");
  }
}
