package dev.deckmill.api.store.job;

import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.store.JobTenants;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets a job's tenant see the job's spans. */
@Singleton
final class TenantsOfJobs implements JobTenants {
  @Override
  public Map<String, String> of(Tx tx, Set<String> jobs) {
    return tx.handle()
        .createQuery("select id, tenant from api.job where id = any(:jobs)")
        .bindArray("jobs", String.class, jobs)
        .map((row, context) -> Map.entry(row.getString("id"), row.getString("tenant")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
