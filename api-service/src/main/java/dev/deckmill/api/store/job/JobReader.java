package dev.deckmill.api.store.job;

import static dev.deckmill.service.sql.Columns.instant;
import static dev.deckmill.service.sql.Columns.maybeInstant;
import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.service.sql.Columns;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs, as far as a client may see them. */
@Singleton
public final class JobReader {
  private static final String SELECT =
      """
      select j.*, (select count(*) from api.deck d where d.job_id = j.id) as decks from api.job j
      """;

  private final TallyStore tallies;

  JobReader(TallyStore tallies) {
    this.tallies = tallies;
  }

  /** A job of the tenant. */
  public Optional<JobDetails> find(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery(SELECT + "where j.tenant = :tenant and j.id = :job")
        .bind("tenant", tenant)
        .bind("job", jobId)
        .map((row, context) -> details(row, tallies.of(tx, List.of(jobId))))
        .findOne();
  }

  /** Some jobs of the tenant, the newest first. */
  public List<JobDetails> list(Tx tx, String tenant, JobFilter filter, int limit) {
    List<String> ids =
        tx.handle()
            .createQuery(
                """
                select id from api.job
                 where tenant = :tenant
                   and (cardinality(:states) = 0 or state = any(:states))
                   and (:title::text is null or strpos(lower(title), lower(:title)) > 0)
                   and (:from::timestamptz is null or created_at >= :from)
                   and (:to::timestamptz is null or created_at < :to)
                   and (:placeId::text is null or (created_at, id) < (:placeTime::timestamptz, :placeId))
                 order by created_at desc, id desc limit :limit
                """)
            .bind("tenant", tenant)
            .bindArray(
                "states", String.class, filter.states().stream().map(JobState::wireName).toList())
            .bind("title", filter.title())
            .bind("from", at(filter.from()))
            .bind("to", at(filter.to()))
            .bind("placeTime", filter.after() == null ? null : at(filter.after().created()))
            .bind("placeId", filter.after() == null ? null : filter.after().id())
            .bind("limit", limit)
            .mapTo(String.class)
            .list();
    Map<String, Tally> counted = tallies.of(tx, ids);
    return tx.handle()
        .createQuery(SELECT + "where j.id = any(:ids) order by j.created_at desc, j.id desc")
        .bindArray("ids", String.class, ids)
        .map((row, context) -> details(row, counted))
        .list();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static JobDetails details(ResultSet row, Map<String, Tally> counted) throws SQLException {
    Job job = JobStore.job(row);
    Tally tally = counted.getOrDefault(job.id(), Tally.NONE);
    JobDetails.Moments moments =
        new JobDetails.Moments(
            instant(row, "created_at"),
            instant(row, "updated_at"),
            maybeInstant(row, "retried_at"),
            maybeInstant(row, "started_at"),
            maybeInstant(row, "converted_at"),
            maybeInstant(row, "packaged_at"),
            maybeInstant(row, "finished_at"));
    return new JobDetails(job, tally, moments, row.getInt("decks"), delivered(row), sent(row));
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
    Long bytes = Columns.number(row, "upload_bytes");
    Long all = Columns.number(row, "upload_bytes_all");
    return bytes == null || all == null ? null : new JobDetails.Sent(bytes, all);
  }
}
