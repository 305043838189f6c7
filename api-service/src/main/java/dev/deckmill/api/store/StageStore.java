package dev.deckmill.api.store;

import dev.deckmill.api.job.Job;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What each attempt at each stage did. */
@Singleton
public final class StageStore {
  /** Writes rows of a job; a success takes the place of a failure noted for the same attempt. */
  public void add(Tx tx, Job job, List<StageRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        tx.handle()
            .prepareBatch(
                """
                insert into api.stage_row as s (tenant, job_id, stage, page, attempt, outcome, queue_wait_ms, total_us,
                       parse_us, analyze_us, map_us, embed_us, native_elements, approximate_elements,
                       raster_elements, findings, finding_count, figures, trouble_code, trouble_detail)
                values (:tenant, :job, :stage, :page, :attempt, :outcome, :queueWait, :total,
                        :parse, :analyze, :map, :embed, :native, :approximate,
                        :raster, :findings::jsonb, :findingCount, :figures::jsonb, :troubleCode, :troubleDetail)
                on conflict (job_id, stage, page, attempt) do update
                   set outcome = excluded.outcome, queue_wait_ms = excluded.queue_wait_ms,
                       total_us = excluded.total_us, parse_us = excluded.parse_us,
                       analyze_us = excluded.analyze_us, map_us = excluded.map_us, embed_us = excluded.embed_us,
                       native_elements = excluded.native_elements,
                       approximate_elements = excluded.approximate_elements,
                       raster_elements = excluded.raster_elements, findings = excluded.findings,
                       finding_count = excluded.finding_count, figures = excluded.figures,
                       trouble_code = null, trouble_detail = null, written_at = now()
                 where s.outcome = 'failed' and excluded.outcome = 'succeeded'
                """);
    rows.forEach(row -> bind(batch, job, row).add());
    batch.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, Job job, StageRow row) {
    StageRow.Conversion conversion = row.conversion();
    return batch
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("stage", row.stage().wireName())
        .bind("page", row.page())
        .bind("attempt", row.attempt())
        .bind("outcome", row.trouble() == null ? "succeeded" : "failed")
        .bind("queueWait", row.queueWaitMillis())
        .bind("total", row.totalMicros())
        .bind("parse", conversion == null ? null : (Long) conversion.timings().parseMicros())
        .bind("analyze", conversion == null ? null : (Long) conversion.timings().analyzeMicros())
        .bind("map", conversion == null ? null : (Long) conversion.timings().mapMicros())
        .bind("embed", conversion == null ? null : (Long) conversion.timings().embedMicros())
        .bind(
            "native",
            conversion == null ? null : (Integer) conversion.renditions().nativeElements())
        .bind(
            "approximate",
            conversion == null ? null : (Integer) conversion.renditions().approximateElements())
        .bind(
            "raster",
            conversion == null ? null : (Integer) conversion.renditions().rasterElements())
        .bind("findings", conversion == null ? "[]" : conversion.findingsJson())
        .bind("findingCount", conversion == null ? 0 : conversion.findingCount())
        .bind("figures", row.figuresJson())
        .bind("troubleCode", Columns.code(row.trouble()))
        .bind("troubleDetail", Columns.detail(row.trouble()));
  }
}
