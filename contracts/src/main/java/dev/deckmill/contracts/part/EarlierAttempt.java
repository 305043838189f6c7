package dev.deckmill.contracts.part;

import dev.deckmill.contracts.ErrorType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attempt that the present one follows, so that the trace of the one names the other: it may
 * have been killed before it could send its span.
 *
 * @param attempt which one it was, from 1
 * @param type what it came to
 * @param traceparent its span, if it is known; one that was killed has sent none
 */
public record EarlierAttempt(int attempt, ErrorType type, @Nullable String traceparent) {
  public EarlierAttempt {
    Checks.atLeast("attempt", attempt, 1);
    Objects.requireNonNull(type, "type");
  }
}
