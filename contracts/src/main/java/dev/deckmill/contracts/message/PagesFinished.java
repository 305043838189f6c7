package dev.deckmill.contracts.message;

import dev.deckmill.contracts.part.Checks;
import dev.deckmill.contracts.part.FinishedPage;
import java.util.List;
import java.util.Objects;

/**
 * Public event: pages of a job have come to their end, and so far is the job. Pages that end
 * together are reported together, so that a large job takes few records.
 *
 * @param run which run of the job it belongs to, from 1
 * @param pagesTotal how many pages the job has
 * @param pagesDone how many of them are finished, well or not
 * @param pagesFailed how many of them failed
 * @param pages those that are finished now, 1 to {@value #MOST_PAGES}
 */
public record PagesFinished(
    String jobId,
    String tenant,
    int run,
    int pagesTotal,
    int pagesDone,
    int pagesFailed,
    List<FinishedPage> pages)
    implements JobMessage {
  /** The most pages in one event; of more there are several. */
  public static final int MOST_PAGES = 100;

  public PagesFinished {
    Checks.identity(jobId, tenant);
    Checks.run(run);
    Objects.requireNonNull(pages, "pages");
    pages = List.copyOf(pages);
    Checks.atLeast("pages", pages.size(), 1);
  }
}
