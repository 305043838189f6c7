package dev.deckmill.api.web.batch;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobStatus;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.page.JobPreviews;
import dev.deckmill.api.store.page.PageDetails;
import dev.deckmill.api.store.page.PageReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.store.stage.StageReader;
import dev.deckmill.api.store.stage.StageRow;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the inherited API shows of a job. */
@Singleton
final class BatchJobs {
  private static final int MOST_ERRORS = 10;

  private final AppDatabase database;
  private final JobReader jobs;
  private final PageReader pages;
  private final StageReader stages;
  private final PipelineTraces pipelines;
  private final JobPreviews previews;

  BatchJobs(
      AppDatabase database,
      JobReader jobs,
      PageReader pages,
      StageReader stages,
      PipelineTraces pipelines,
      JobPreviews previews) {
    this.database = database;
    this.jobs = jobs;
    this.pages = pages;
    this.stages = stages;
    this.pipelines = pipelines;
    this.previews = previews;
  }

  /** What is read of a job at one moment. */
  private record Whole(
      JobDetails job, List<PageDetails> pages, List<StageRow> rows, List<String> previews) {}

  BatchJobView job(String tenant, String id) {
    return database.as(
        tenant,
        tx -> {
          JobDetails details = find(tx, tenant, id);
          return BatchJobView.of(details, errors(details, failed(details)));
        });
  }

  BatchProgressView progress(String tenant, String id) {
    return BatchProgressView.of(database.as(tenant, tx -> find(tx, tenant, id)));
  }

  DriveInfoView drive(String tenant, String id) {
    return database.as(
        tenant,
        tx -> {
          JobDetails details = find(tx, tenant, id);
          if (!details.job().forDrive()) {
            throw Refusal.of(
                ErrorType.DELIVERY_STATE,
                "The job is not delivered to Drive. POST /batch/jobs/{id}/upload-to-drive delivers"
                    + " it.");
          }
          return DriveInfoView.of(details, all(details), previews.drawn(tx, tenant, id));
        });
  }

  TraceView trace(String tenant, String id) {
    Whole whole = database.as(tenant, tx -> whole(tx, tenant, id));
    return whole.rows().isEmpty()
        ? new TraceView(
            id, false, null, null, null, "No page has come to an end yet. Ask again later.")
        : trace(whole);
  }

  private Whole whole(Tx tx, String tenant, String id) {
    JobDetails details = find(tx, tenant, id);
    return new Whole(
        details,
        all(details),
        stages.list(tx, tenant, id),
        previews.drawn(tx, tenant, id).stream()
            .sorted()
            .map(page -> BatchPreviews.address(id, page))
            .toList());
  }

  private TraceView trace(Whole whole) {
    Job job = whole.job().job();
    return new TraceView(
        job.id(), true, TraceView.ARCHITECTURE, job.pages(), traceData(whole), null);
  }

  private TraceView.TraceData traceData(Whole whole) {
    Job job = whole.job().job();
    return new TraceView.TraceData(
        TraceView.ARCHITECTURE,
        BatchStatus.workflow(job),
        job.pages(),
        job.request().traceId(),
        pages(whole),
        DeckTraces.packaging(whole.rows()),
        DeckTraces.upload(whole.rows(), whole.previews()),
        DriveLinks.slides(whole.job()));
  }

  private List<PageTraceView> pages(Whole whole) {
    Map<Integer, List<StageRow>> rows =
        whole.rows().stream().collect(Collectors.groupingBy(StageRow::page));
    return whole.pages().stream()
        .map(page -> page(whole.job(), page, rows.getOrDefault(page.number(), List.of())))
        .toList();
  }

  private PageTraceView page(JobDetails details, PageDetails page, List<StageRow> rows) {
    Trouble trouble = page.trouble();
    return new PageTraceView(
        page.number(),
        page.name(),
        page.title(),
        BatchStatus.of(page.state()),
        page.attempts(),
        FetchTraces.of(rows),
        page.queueWaitMillis(),
        trouble == null ? null : trouble.type().name(),
        trouble == null ? null : trouble.detail(),
        pipelines.of(page, details.job().request().target()));
  }

  private JobDetails find(Tx tx, String tenant, String id) {
    return jobs.find(tx, tenant, id).orElseThrow(Refusal::unknownJob);
  }

  private List<PageDetails> all(JobDetails details) {
    return pages.list(details.job().id(), 0, Math.max(1, details.job().pages()));
  }

  private List<PageDetails> failed(JobDetails details) {
    return details.tally().lost() == 0
        ? List.of()
        : all(details).stream().filter(page -> page.trouble() != null).toList();
  }

  /** The job's own trouble first, then the pages' in their order. */
  private static List<String> errors(JobDetails details, List<PageDetails> failed) {
    JobStatus status = details.job().status();
    List<String> errors = new ArrayList<>();
    add(errors, "", status.trouble());
    add(errors, "Delivery: ", status.deliveryTrouble());
    for (PageDetails page : failed) {
      add(errors, "Page %d (%s): ".formatted(page.number(), page.name()), page.trouble());
    }
    return List.copyOf(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
  }

  private static void add(List<String> errors, String where, @Nullable Trouble trouble) {
    if (trouble != null) {
      errors.add(where + trouble.type() + ": " + trouble.detail());
    }
  }
}
