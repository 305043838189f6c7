package dev.deckmill.api.store.page;

import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.store.row.ConversionRow;
import dev.deckmill.api.store.row.PageRow;
import dev.deckmill.api.store.row.PageRows;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.api.store.stage.StageFigures;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.StageTimings;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages, as far as a client may see them: those of the tenant whose transaction of {@link
 * AppDatabase} it is.
 */
@Singleton
public final class PageReader {
  private final PageRows rows;

  PageReader(PageRows rows) {
    this.rows = rows;
  }

  /**
   * Pages of a job in their order, as they are at this moment.
   *
   * @param after the number before the first one
   * @param limit how many at most
   */
  public List<PageDetails> list(String jobId, int after, int limit) {
    return rows.list(jobId, after, limit).stream().map(PageReader::details).toList();
  }

  private static PageDetails details(PageRows.Converted found) {
    PageRow page = found.page();
    ConversionRow conversion = found.conversion();
    return new PageDetails(
        page.number,
        page.name,
        PageState.of(page.state),
        page.starts,
        page.slideTitle,
        ContractColumns.trouble(page.troubleCode, page.troubleDetail),
        page.queueWaitMs,
        timings(conversion),
        renditions(conversion),
        conversion == null ? "[]" : conversion.findings,
        conversion == null ? 0 : conversion.findingCount,
        StageFigures.read(
            conversion == null ? StageFigures.NONE : conversion.figures,
            StageFigures.Converted.class));
  }

  private static @Nullable StageTimings timings(@Nullable ConversionRow row) {
    return row == null || row.parseUs == null
        ? null
        : new StageTimings(
            row.parseUs, orZero(row.analyzeUs), orZero(row.mapUs), orZero(row.embedUs));
  }

  private static @Nullable Renditions renditions(@Nullable ConversionRow row) {
    return row == null || row.nativeElements == null
        ? null
        : new Renditions(
            row.nativeElements,
            (int) orZero(row.approximateElements),
            (int) orZero(row.rasterElements));
  }

  private static long orZero(@Nullable Number value) {
    return value == null ? 0 : value.longValue();
  }
}
