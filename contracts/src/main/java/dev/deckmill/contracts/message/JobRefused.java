package dev.deckmill.contracts.message;

import dev.deckmill.contracts.part.Checks;
import dev.deckmill.contracts.part.SubmissionProblem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Public event: a submission from {@code deckmill.job.submit} was refused; there is no job. The
 * record lies in the dead letters.
 *
 * @param submissionId what the sender called the submission, or null where that can't be read
 * @param topic where the refused record stands
 * @param partition which partition of the topic
 * @param offset where in the partition, from 0
 */
public record JobRefused(
    String tenant,
    @Nullable String submissionId,
    String topic,
    int partition,
    long offset,
    SubmissionProblem problem)
    implements Message {
  public JobRefused {
    Checks.identity("none", tenant);
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(problem, "problem");
  }

  /** Empty: it never became one. */
  @Override
  public String jobId() {
    return "";
  }
}
