package dev.deckmill.allinone.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some jobs, the newest first.
 *
 * @param next where the following ones are, if there are any
 */
public record JobList(List<Job> jobs, @Nullable String next) {
  public JobList {
    jobs = List.copyOf(jobs);
  }
}
