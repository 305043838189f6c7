package dev.deckmill.contracts.part;

import dev.deckmill.contracts.Trouble;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a page came to its end.
 *
 * @param page its number in the job, from 1
 * @param state the page's state as the REST API spells it
 * @param attempts how often a converter began it
 * @param trouble why it is no slide, or null
 */
public record FinishedPage(int page, String state, int attempts, @Nullable Trouble trouble) {
  public FinishedPage {
    Checks.atLeast("page", page, 1);
    Objects.requireNonNull(state, "state");
    Checks.atLeast("attempts", attempts, 0);
  }
}
