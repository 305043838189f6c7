package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.Tx;
import java.util.Map;
import java.util.Set;

/**
 * Which tenant a job belongs to, as whoever keeps the jobs knows it. The spans of a job are for its
 * tenant to see.
 */
public interface JobTenants {
  /**
   * The tenants of those of {@code jobs} that there are, by job.
   *
   * @param tx in which the spans are written
   */
  Map<String, String> of(Tx tx, Set<String> jobs);
}
