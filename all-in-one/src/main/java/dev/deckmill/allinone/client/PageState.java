package dev.deckmill.allinone.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as the API shows it.
 *
 * @param number from 1
 * @param state queued, converting, succeeded, degraded, failed or skipped
 * @param attempts how often a converter began it
 * @param problem why it failed, or null
 */
public record PageState(
    int number, String name, String state, int attempts, @Nullable Problem problem) {
  /** One answer's worth of them. */
  record Some(List<PageState> pages, @Nullable String next) {}
}
