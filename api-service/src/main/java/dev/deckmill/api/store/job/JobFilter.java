package dev.deckmill.api.store.job;

import dev.deckmill.api.orchestration.job.JobState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs are asked for.
 *
 * @param states in one of these; none: in whichever
 * @param title a piece of their title, in whatever case
 * @param from taken in then or later
 * @param to taken in before then
 * @param after those that come after this place in the list
 */
public record JobFilter(
    Set<JobState> states,
    @Nullable String title,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Place after) {
  public JobFilter {
    states = Set.copyOf(states);
  }

  /** A place in the list: a job's. */
  public record Place(Instant created, String id) {}
}
