package dev.deckmill.api.web.trace;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.page.PageReader;
import dev.deckmill.api.store.stage.PageBars.Range;
import dev.deckmill.api.store.stage.StageReader;
import dev.deckmill.api.store.stage.StageRow;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.store.SpanOutline;
import dev.deckmill.tracestore.store.SpansOfJob;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Pages of a trace that are shown one by one, with their stages and spans. */
@Singleton
final class DetailedPages {
  private final PageReader pages;
  private final StageReader stages;
  private final SpansOfJob spans;

  DetailedPages(PageReader pages, StageReader stages, SpansOfJob spans) {
    this.pages = pages;
    this.stages = stages;
    this.spans = spans;
  }

  List<PageTrace> of(Tx tx, JobDetails job, Range range, long firstNanos) {
    String tenant = job.job().tenant();
    String id = job.job().id();
    Map<Integer, List<StageRow>> rows =
        stages.ofPages(tx, tenant, id, range).stream().collect(groupingBy(StageRow::page));
    Map<Integer, List<PageTrace.SpanLine>> lines =
        spans.outlines(tx, tenant, id, new SpansOfJob.Pages(range.first(), range.last())).stream()
            .filter(span -> span.page() != null)
            .collect(
                groupingBy(
                    SpanOutline::page,
                    mapping(span -> PageTrace.SpanLine.of(span, firstNanos), toList())));
    return pages.list(id, range.first() - 1, range.count()).stream()
        .filter(page -> page.number() <= range.last())
        .map(
            page ->
                PageTrace.of(
                    page,
                    rows.getOrDefault(page.number(), List.of()),
                    lines.getOrDefault(page.number(), List.of())))
        .toList();
  }
}
