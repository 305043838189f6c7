package dev.deckmill.api.problem;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.contracts.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * The members that clients of the inherited batch API look at, beside those of a problem; {@code
 * detail} is in both.
 *
 * @param error always true
 * @param message what failed, as {@code detail}
 */
@JsonNaming(SnakeCaseStrategy.class)
record InheritedProblem(boolean error, int statusCode, String message, String path, String method) {
  private static final String ROUTES = "/batch/";

  /** Null on all other routes. */
  static @Nullable InheritedProblem of(Trouble trouble, int status, RequestMark mark) {
    return mark.path().startsWith(ROUTES)
        ? new InheritedProblem(true, status, trouble.detail(), mark.path(), mark.method())
        : null;
  }
}
