package dev.deckmill.api.store.stage;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.contracts.part.PageRecord.Rendition;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of all of a tenant's jobs that have findings. */
@Singleton
public final class FindingReader {
  /**
   * A place in the list.
   *
   * @param seen how many findings of the page lie before it
   */
  public record Place(String jobId, int page, int seen) {}

  /**
   * What is looked for; null is whatever.
   *
   * @param code a finding's
   * @param jobId the only job
   * @param rendition how an element of the page came out
   */
  public record Filter(
      @Nullable String code, @Nullable String jobId, @Nullable Rendition rendition) {
    private String withCode() {
      return "[{\"code\": \"" + code + "\"}]";
    }

    private String withRendition() {
      return rendition == null
          ? "true"
          : switch (rendition) {
            case NATIVE -> "s.native_elements > 0";
            case APPROXIMATE -> "s.approximate_elements > 0";
            case RASTER -> "s.raster_elements > 0";
          };
    }
  }

  /**
   * A page.
   *
   * @param findingsJson the findings that its row keeps, a JSON array
   */
  public record FoundPage(
      String jobId, int number, String name, String findingsJson, StageFigures.Converted figures) {}

  /**
   * Pages job by job, in their order.
   *
   * @param from the place to go on from, or null
   */
  public List<FoundPage> list(
      Tx tx, String tenant, Filter filter, @Nullable Place from, int limit) {
    return tx.handle()
        .createQuery(
            """
            select s.job_id, s.page, p.name, s.findings, s.figures
              from api.stage_row s join api.page p on %s
             where s.tenant = :tenant and s.stage = 'convert' and s.finding_count > 0
               and (:code::jsonb is null or s.findings @> :code::jsonb)
               and (:only::text is null or s.job_id = :only)
               and (:fromJob::text is null or s.job_id <= :fromJob)
               and (:fromJob::text is null or s.job_id < :fromJob or s.page >= :fromPage)
               and %s
             order by s.job_id desc, s.page limit :limit
            """
                .formatted(JobSums.OF_RESULT, filter.withRendition()))
        .bind("tenant", tenant)
        .bind("code", filter.code() == null ? null : filter.withCode())
        .bind("only", filter.jobId())
        .bind("fromJob", from == null ? null : from.jobId())
        .bind("fromPage", from == null ? 0 : from.page())
        .bind("limit", limit)
        .map(
            (row, context) ->
                new FoundPage(
                    text(row, "job_id"),
                    row.getInt("page"),
                    text(row, "name"),
                    text(row, "findings"),
                    StageFigures.read(text(row, "figures"), StageFigures.Converted.class)))
        .list();
  }
}
