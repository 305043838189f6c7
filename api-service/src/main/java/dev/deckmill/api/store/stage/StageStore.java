package dev.deckmill.api.store.stage;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.service.sql.RowArrays;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each attempt at each stage did. */
@Singleton
public final class StageStore {
  /** Writes rows of a job; a success takes the place of a failure noted for the same attempt. */
  public void add(Tx tx, Job job, List<StageRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var arrays =
        new RowArrays<>(
            tx.handle()
                .createUpdate(
                    """
                    insert into api.stage_row as s (tenant, job_id, stage, page, attempt, outcome, queue_wait_ms,
                           total_us, parse_us, analyze_us, map_us, embed_us, native_elements, approximate_elements,
                           raster_elements, findings, finding_count, figures, trouble_code, trouble_detail)
                    select :tenant, :job, r.stage, r.page, r.attempt, r.outcome, r.queue_wait,
                           r.total_us, r.parse_us, r.analyze_us, r.map_us, r.embed_us,
                           r.native_count, r.approximate_count, r.raster_count, r.findings::jsonb, r.finding_count, r.figures::jsonb, r.trouble_code,
                           r.trouble_detail
                      from unnest(:stage, :page, :attempt, :outcome, :queueWait, :total, :parse, :analyze, :map,
                                  :embed, :native, :approximate, :raster, :findings, :findingCount, :figures,
                                  :troubleCode, :troubleDetail)
                           as r (stage, page, attempt, outcome, queue_wait, total_us, parse_us, analyze_us, map_us,
                                 embed_us, native_count, approximate_count, raster_count, findings,
                                 finding_count, figures, trouble_code, trouble_detail)
                    on conflict (job_id, stage, page, attempt) do update
                       set outcome = excluded.outcome, queue_wait_ms = excluded.queue_wait_ms,
                           total_us = excluded.total_us, parse_us = excluded.parse_us,
                           analyze_us = excluded.analyze_us, map_us = excluded.map_us,
                           embed_us = excluded.embed_us,
                           native_elements = excluded.native_elements,
                           approximate_elements = excluded.approximate_elements,
                           raster_elements = excluded.raster_elements, findings = excluded.findings,
                           finding_count = excluded.finding_count, figures = excluded.figures,
                           trouble_code = null, trouble_detail = null, written_at = now()
                     where s.outcome = 'failed' and excluded.outcome = 'succeeded'
                    """)
                .bind("tenant", job.tenant())
                .bind("job", job.id()),
            decisive(rows));
    whatever(arrays);
    conversion(arrays);
    arrays.execute();
  }

  /** One statement can't meet a row twice: of one attempt told twice, the first success counts. */
  private static List<StageRow> decisive(List<StageRow> rows) {
    record Key(StageRow.Stage stage, int page, int attempt) {}
    Map<Key, StageRow> found = new LinkedHashMap<>();
    for (StageRow row : rows) {
      found.merge(
          new Key(row.stage(), row.page(), row.attempt()),
          row,
          (first, second) -> first.trouble() != null && second.trouble() == null ? second : first);
    }
    return List.copyOf(found.values());
  }

  private static void whatever(RowArrays<StageRow> rows) {
    rows.text("stage", row -> row.stage().wireName())
        .integer("page", StageRow::page)
        .integer("attempt", StageRow::attempt)
        .text("outcome", row -> row.trouble() == null ? "succeeded" : "failed")
        .number("queueWait", StageRow::queueWaitMillis)
        .number("total", StageRow::totalMicros)
        .text("figures", StageRow::figuresJson)
        .text("troubleCode", row -> ContractColumns.code(row.trouble()))
        .text("troubleDetail", row -> ContractColumns.detail(row.trouble()));
  }

  private static void conversion(RowArrays<StageRow> rows) {
    rows.number("parse", of(conversion -> conversion.timings().parseMicros()))
        .number("analyze", of(conversion -> conversion.timings().analyzeMicros()))
        .number("map", of(conversion -> conversion.timings().mapMicros()))
        .number("embed", of(conversion -> conversion.timings().embedMicros()))
        .integer("native", of(conversion -> conversion.renditions().nativeElements()))
        .integer("approximate", of(conversion -> conversion.renditions().approximateElements()))
        .integer("raster", of(conversion -> conversion.renditions().rasterElements()))
        .text("findings", row -> row.conversion() == null ? "[]" : row.conversion().findingsJson())
        .integer(
            "findingCount",
            row -> row.conversion() == null ? 0 : (Integer) row.conversion().findingCount());
  }

  private static <V> Function<StageRow, @Nullable V> of(Function<StageRow.Conversion, V> value) {
    return row -> {
      StageRow.Conversion conversion = row.conversion();
      return conversion == null ? null : value.apply(conversion);
    };
  }
}
