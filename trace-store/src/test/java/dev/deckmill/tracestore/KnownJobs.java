package dev.deckmill.tracestore;

import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.store.JobTenants;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Keeps jobs in the place of the API: all a store of traces needs to know is whose they are. */
@Singleton
public final class KnownJobs implements JobTenants {
  private final Map<String, String> tenants = new ConcurrentHashMap<>();

  /** A job that nobody else has. */
  public String newJob(String tenant) {
    String id = UUID.randomUUID().toString();
    tenants.put(id, tenant);
    return id;
  }

  @Override
  public Map<String, String> of(Tx tx, Set<String> jobs) {
    return jobs.stream()
        .filter(tenants::containsKey)
        .collect(Collectors.toMap(job -> job, tenants::get));
  }
}
