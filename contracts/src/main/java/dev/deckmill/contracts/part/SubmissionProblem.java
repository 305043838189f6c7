package dev.deckmill.contracts.part;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a submission was refused, as the REST API would say it (RFC 9457 §3).
 *
 * @param type a name for this kind of problem
 * @param title the same for each occurrence
 * @param status what a REST request would have been answered with, 400 to 599
 * @param detail what failed, why, and how to mend it
 * @param code the stable code that programs look at
 * @param limit the limit that was exceeded, or null
 * @param actual what was found instead, or null
 * @param retryable the same submission may succeed later
 */
public record SubmissionProblem(
    String type,
    String title,
    int status,
    String detail,
    ErrorType code,
    @Nullable Long limit,
    @Nullable Long actual,
    boolean retryable) {
  public SubmissionProblem {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(code, "code");
  }

  /** The problem that a trouble is. */
  public static SubmissionProblem of(
      Trouble trouble, int status, @Nullable Long limit, @Nullable Long actual) {
    ErrorType code = trouble.type();
    return new SubmissionProblem(
        "urn:deckmill:problem:" + code,
        code.title(),
        status,
        trouble.detail(),
        code,
        limit,
        actual,
        code.retryable());
  }
}
