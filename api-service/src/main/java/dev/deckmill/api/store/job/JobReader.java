package dev.deckmill.api.store.job;

import dev.deckmill.api.orchestration.job.ConversionStatus;
import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.job.JobStatus;
import dev.deckmill.api.orchestration.job.OnPageError;
import dev.deckmill.api.orchestration.job.PreviewTime;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.store.deck.DeliveryWishes;
import dev.deckmill.api.store.row.JobRow;
import dev.deckmill.api.store.row.JobRows;
import dev.deckmill.api.store.row.TallyRow;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.contracts.part.DeckTarget;
import dev.deckmill.contracts.part.SlideSize;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Jobs, as far as a client may see them: those of the tenant whose transaction of {@link
 * AppDatabase} it is.
 */
@Singleton
public final class JobReader {
  private final JobRows rows;

  JobReader(JobRows rows) {
    this.rows = rows;
  }

  /** A job of the tenant, as it is at this moment. */
  public Optional<JobDetails> find(String jobId) {
    return rows.find(jobId).map(JobReader::details);
  }

  /** Some jobs of the tenant, the newest first. */
  public List<JobDetails> list(JobFilter filter, int limit) {
    JobCondition condition = JobCondition.of(filter);
    return rows.list(condition.text(), condition.values(), limit).stream()
        .map(JobReader::details)
        .toList();
  }

  private static JobDetails details(JobRows.Counted counted) {
    JobRow row = counted.job();
    JobDetails.Moments moments =
        new JobDetails.Moments(
            row.createdAt,
            row.updatedAt,
            row.retriedAt,
            row.startedAt,
            row.convertedAt,
            row.packagedAt,
            row.finishedAt);
    return new JobDetails(
        job(row), tally(counted.tally()), moments, row.decks, delivered(row), sent(row));
  }

  private static Job job(JobRow row) {
    return new Job(row.id, row.tenant, request(row), row.pages, slideSize(row), status(row));
  }

  private static Job.Request request(JobRow row) {
    return new Job.Request(
        row.title,
        OnPageError.of(row.onPageError),
        row.target,
        row.textProfile,
        PreviewTime.of(row.previews),
        List.of(row.folderPath),
        DeckTarget.of(row.deckTarget).orElseThrow(),
        row.traceparent,
        row.tag,
        DeliveryWishes.read(row.deliveryWish));
  }

  private static @Nullable SlideSize slideSize(JobRow row) {
    return row.slideWidthEmu == null || row.slideHeightEmu == null
        ? null
        : new SlideSize(row.slideWidthEmu, row.slideHeightEmu);
  }

  private static JobStatus status(JobRow row) {
    return new JobStatus(
        JobState.of(row.state),
        ConversionStatus.of(row.conversion),
        DeliveryStatus.of(row.delivery),
        ContractColumns.trouble(row.troubleCode, row.troubleDetail),
        ContractColumns.trouble(row.deliveryCode, row.deliveryDetail),
        row.run);
  }

  private static Tally tally(@Nullable TallyRow row) {
    return row == null
        ? Tally.NONE
        : new Tally(
            row.queued,
            row.fetching,
            row.converting,
            row.succeeded,
            row.degraded,
            row.failed,
            row.skipped,
            row.cancelled);
  }

  private static JobDetails.@Nullable Delivered delivered(JobRow row) {
    return row.driveFileId == null
        ? null
        : new JobDetails.Delivered(
            row.driveFileId,
            Objects.requireNonNull(row.driveFolderId, "drive_folder_id"),
            row.driveLink,
            row.slidesFileId == null
                ? null
                : new JobDetails.Slides(row.slidesFileId, row.slidesLink),
            row.deliveredPictures == null ? 0 : row.deliveredPictures);
  }

  private static JobDetails.@Nullable Sent sent(JobRow row) {
    return row.uploadBytes == null || row.uploadBytesAll == null
        ? null
        : new JobDetails.Sent(row.uploadBytes, row.uploadBytesAll);
  }
}
