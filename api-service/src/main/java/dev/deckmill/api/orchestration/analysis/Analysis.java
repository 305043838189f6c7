package dev.deckmill.api.orchestration.analysis;

import dev.deckmill.api.store.job.JobDetails;
import java.util.List;

/** How far the analysis of some pages came while it was waited for. */
public sealed interface Analysis {
  /** The job it was. */
  JobDetails job();

  /** It is done, and its job removed. */
  record Done(JobDetails job, List<PageAnalysis> pages) implements Analysis {
    public Done {
      pages = List.copyOf(pages);
    }
  }

  /** It takes longer: its job goes on and is kept, as any other. */
  record UnderWay(JobDetails job) implements Analysis {}
}
