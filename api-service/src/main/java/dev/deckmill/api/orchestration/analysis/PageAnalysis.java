package dev.deckmill.api.orchestration.analysis;

import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.store.page.PageDetails;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.contracts.part.Renditions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a page would come out.
 *
 * @param outcome of its elements; null if it would be no slide
 * @param findings all of them
 */
public record PageAnalysis(
    PageDetails page, @Nullable Outcome outcome, List<PageFinding> findings) {
  public PageAnalysis {
    findings = List.copyOf(findings);
  }

  static PageAnalysis of(PageDetails page, PageRecord record) {
    Renditions counts = page.renditions();
    return new PageAnalysis(page, counts == null ? null : new Outcome(counts), record.findings());
  }

  /** The target it is best converted for: the faithful one if a viewer would miss something. */
  public String recommendedTarget() {
    return page.state() == PageState.DEGRADED ? "quality" : "balanced";
  }
}
