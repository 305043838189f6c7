package dev.deckmill.api.store.stage;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.api.store.stage.StageRow.Stage;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.StageTimings;
import dev.deckmill.service.sql.Columns;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each attempt at each stage did, as far as a client may see it. */
@Singleton
public final class StageReader {
  /** All rows of a job: the pages' in their order, each with its attempts in theirs. */
  public List<StageRow> list(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery(
            """
            select * from api.stage_row where tenant = :tenant and job_id = :job
             order by page, stage, attempt
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .map((row, context) -> row(row))
        .list();
  }

  /** The rows of some of a job's pages: each page's fetching, then its conversion. */
  public List<StageRow> ofPages(Tx tx, String tenant, String jobId, PageBars.Range pages) {
    return tx.handle()
        .createQuery(
            """
            select * from api.stage_row
             where tenant = :tenant and job_id = :job and page between :first and :last
             order by page, stage desc, attempt
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .bind("first", pages.first())
        .bind("last", pages.last())
        .map((row, context) -> row(row))
        .list();
  }

  private static StageRow row(ResultSet row) throws SQLException {
    return new StageRow(
        Stage.of(text(row, "stage")),
        row.getInt("page"),
        row.getInt("attempt"),
        Columns.number(row, "queue_wait_ms"),
        Columns.number(row, "total_us"),
        conversion(row),
        text(row, "figures"),
        ContractColumns.trouble(row, "trouble"));
  }

  private static StageRow.@Nullable Conversion conversion(ResultSet row) throws SQLException {
    Long parse = Columns.number(row, "parse_us");
    return parse == null
        ? null
        : new StageRow.Conversion(
            new StageTimings(
                parse, row.getLong("analyze_us"), row.getLong("map_us"), row.getLong("embed_us")),
            new Renditions(
                row.getInt("native_elements"),
                row.getInt("approximate_elements"),
                row.getInt("raster_elements")),
            text(row, "findings"),
            row.getInt("finding_count"));
  }
}
