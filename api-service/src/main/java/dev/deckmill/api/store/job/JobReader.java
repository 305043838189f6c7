package dev.deckmill.api.store.job;

import static dev.deckmill.service.sql.Columns.instant;
import static dev.deckmill.service.sql.Columns.maybeInstant;
import static dev.deckmill.service.sql.Columns.number;
import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs, as far as a client may see them: those of its tenant. */
@Singleton
public final class JobReader {
  private static final String SELECT =
      """
      select j.*, t.queued, t.fetching, t.converting, t.succeeded, t.degraded, t.failed, t.skipped, t.cancelled,
             (select count(*) from api.deck d where d.tenant = j.tenant and d.job_id = j.id) as decks
        from api.job j
        left join api.page_tally t on t.tenant = j.tenant and t.job_id = j.id
       where j.tenant = :tenant and\s""";

  /** A job of the tenant, as it is at this moment. */
  public Optional<JobDetails> find(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery(SELECT + "j.id = :job")
        .bind("tenant", tenant)
        .bind("job", jobId)
        .map((row, context) -> details(row))
        .findOne();
  }

  /** Some jobs of the tenant, the newest first. */
  public List<JobDetails> list(Tx tx, String tenant, JobFilter filter, int limit) {
    JobCondition condition = JobCondition.of(filter);
    return condition
        .bind(
            tx.handle()
                .createQuery(
                    SELECT
                        + condition.text()
                        + " order by j.created_at desc, j.id desc limit :limit"))
        .bind("tenant", tenant)
        .bind("limit", limit)
        .map((row, context) -> details(row))
        .list();
  }

  private static JobDetails details(ResultSet row) throws SQLException {
    JobDetails.Moments moments =
        new JobDetails.Moments(
            instant(row, "created_at"),
            instant(row, "updated_at"),
            maybeInstant(row, "retried_at"),
            maybeInstant(row, "started_at"),
            maybeInstant(row, "converted_at"),
            maybeInstant(row, "packaged_at"),
            maybeInstant(row, "finished_at"));
    return new JobDetails(
        JobStore.job(row),
        TallyStore.tally(row),
        moments,
        row.getInt("decks"),
        delivered(row),
        sent(row));
  }

  private static JobDetails.@Nullable Delivered delivered(ResultSet row) throws SQLException {
    String file = row.getString("drive_file_id");
    String slides = row.getString("slides_file_id");
    return file == null
        ? null
        : new JobDetails.Delivered(
            file,
            text(row, "drive_folder_id"),
            row.getString("drive_link"),
            slides == null ? null : new JobDetails.Slides(slides, row.getString("slides_link")),
            row.getInt("pictures"));
  }

  private static JobDetails.@Nullable Sent sent(ResultSet row) throws SQLException {
    Long bytes = number(row, "upload_bytes");
    Long all = number(row, "upload_bytes_all");
    return bytes == null || all == null ? null : new JobDetails.Sent(bytes, all);
  }
}
