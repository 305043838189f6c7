package dev.deckmill.api.web.trace;

import dev.deckmill.api.store.stage.JobSums;
import dev.deckmill.api.store.stage.StageSums;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;

/** What the stages and findings of all of a job's pages come to. */
@Singleton
final class TraceSums {
  private static final int SLOWEST = 10;

  private final StageSums stages;
  private final JobSums findings;

  TraceSums(StageSums stages, JobSums findings) {
    this.stages = stages;
    this.findings = findings;
  }

  StageSums.Sums stages(Tx tx, String tenant, String jobId) {
    findings.expectMany(tx);
    return stages.of(tx, tenant, jobId, SLOWEST);
  }

  List<TraceView.FindingsView> findings(Tx tx, String tenant, String jobId) {
    return findings.findings(tx, tenant, jobId).stream().map(TraceView.FindingsView::of).toList();
  }
}
