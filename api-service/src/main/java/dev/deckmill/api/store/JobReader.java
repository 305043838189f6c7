package dev.deckmill.api.store;

import static dev.deckmill.api.store.Columns.instant;
import static dev.deckmill.api.store.Columns.maybeInstant;
import static dev.deckmill.api.store.Columns.text;

import dev.deckmill.api.job.Job;
import dev.deckmill.api.job.Tally;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs, as far as a client may see them. */
@Singleton
public final class JobReader {
  private final TallyStore tallies;

  JobReader(TallyStore tallies) {
    this.tallies = tallies;
  }

  /** A job of the tenant. */
  public Optional<JobDetails> find(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery("select * from api.job where tenant = :tenant and id = :job")
        .bind("tenant", tenant)
        .bind("job", jobId)
        .map((row, context) -> details(tx, row))
        .findOne();
  }

  private JobDetails details(Tx tx, ResultSet row) throws SQLException {
    Job job = JobStore.job(row);
    Tally tally = tallies.of(tx, List.of(job.id())).getOrDefault(job.id(), Tally.NONE);
    JobDetails.Moments moments =
        new JobDetails.Moments(
            instant(row, "created_at"),
            instant(row, "updated_at"),
            maybeInstant(row, "started_at"),
            maybeInstant(row, "converted_at"),
            maybeInstant(row, "packaged_at"),
            maybeInstant(row, "finished_at"));
    return new JobDetails(job, tally, moments, Columns.blob(row, "deck"), delivered(row));
  }

  private static JobDetails.@Nullable Delivered delivered(ResultSet row) throws SQLException {
    String file = row.getString("drive_file_id");
    return file == null
        ? null
        : new JobDetails.Delivered(file, text(row, "drive_folder_id"), row.getString("drive_link"));
  }
}
