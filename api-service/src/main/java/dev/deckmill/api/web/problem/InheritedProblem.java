package dev.deckmill.api.web.problem;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.contracts.Trouble;
import java.util.List;
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
  private static final List<String> ROUTES = List.of("/batch/", "/analyze/");

  /** Null on all other routes. */
  static @Nullable InheritedProblem of(Trouble trouble, int status, RequestMark mark) {
    return ROUTES.stream().anyMatch(mark.path()::startsWith)
        ? new InheritedProblem(true, status, trouble.detail(), mark.path(), mark.method())
        : null;
  }
}
