package dev.deckmill.api.store.page;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.api.store.stage.StageFigures;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.StageTimings;
import dev.deckmill.service.sql.Columns;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages, as far as a client may see them. */
@Singleton
public final class PageReader {
  /**
   * Pages of a job in their order.
   *
   * @param after the number before the first one
   * @param limit how many at most
   */
  public List<PageDetails> list(Tx tx, String tenant, String jobId, int after, int limit) {
    return tx.handle()
        .createQuery(
            """
            select p.number, p.name, p.state, p.starts, p.slide_title, p.trouble_code, p.trouble_detail,
                   p.queue_wait_ms, s.parse_us, s.analyze_us, s.map_us, s.embed_us, s.native_elements,
                   s.approximate_elements, s.raster_elements,
                   coalesce(s.findings, '[]') as findings, coalesce(s.finding_count, 0) as finding_count,
                   coalesce(s.figures, '{}') as figures
              from api.page p
              left join api.stage_row s on s.job_id = p.job_id and s.stage = 'convert' and s.page = p.number
                                       and s.attempt = p.result_attempt
             where p.tenant = :tenant and p.job_id = :job and p.number > :after
             order by p.number limit :limit
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> details(row))
        .list();
  }

  private static PageDetails details(ResultSet row) throws SQLException {
    return new PageDetails(
        row.getInt("number"),
        text(row, "name"),
        PageState.of(text(row, "state")),
        row.getInt("starts"),
        row.getString("slide_title"),
        ContractColumns.trouble(row, "trouble"),
        Columns.number(row, "queue_wait_ms"),
        timings(row),
        renditions(row),
        text(row, "findings"),
        row.getInt("finding_count"),
        StageFigures.read(text(row, "figures"), StageFigures.Converted.class));
  }

  private static @Nullable StageTimings timings(ResultSet row) throws SQLException {
    Long parse = Columns.number(row, "parse_us");
    return parse == null
        ? null
        : new StageTimings(
            parse, row.getLong("analyze_us"), row.getLong("map_us"), row.getLong("embed_us"));
  }

  private static @Nullable Renditions renditions(ResultSet row) throws SQLException {
    Long nativeElements = Columns.number(row, "native_elements");
    return nativeElements == null
        ? null
        : new Renditions(
            nativeElements.intValue(),
            row.getInt("approximate_elements"),
            row.getInt("raster_elements"));
  }
}
