package dev.deckmill.api.web.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.deckmill.api.events.PageCounts;
import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.store.job.JobDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it. */
@JsonInclude(Include.NON_NULL)
@Schema(name = "Job")
record JobView(
    String id,
    String title,
    @Nullable String tag,
    @Schema(
            description =
                "queued, fetching, converting, packaging, delivering, cancelling, succeeded,"
                    + " succeeded_with_warnings, partially_succeeded, failed or cancelled")
        String state,
    @Schema(description = "pending, running, succeeded or failed") String conversion,
    DeliveryView delivery,
    @Schema(description = "which run this is: each retry is another") int run,
    PageCounts pages,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant finishedAt,
    Stages stages,
    @Nullable TroubleView problem,
    @Nullable String traceId,
    Links links) {

  /** How far the delivery is. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "Delivery")
  record DeliveryView(
      @Schema(description = "none, pending, running, succeeded or failed") String status,
      @Schema(description = "drive, files or s3; not there without a delivery")
          @Nullable String target,
      @Nullable String fileId,
      @Nullable String link,
      @Nullable String folderId,
      @Schema(description = "of the Google Slides presentation beside the deck")
          @Nullable String slidesFileId,
      @Nullable String slidesLink,
      @Schema(description = "pictures of slides that lie with the deck") @Nullable Integer pictures,
      @Schema(description = "bytes of the deck that are there, while it is on its way")
          @Nullable Long bytesSent,
      @Nullable Long bytesTotal,
      @Nullable TroubleView problem) {
    static DeliveryView of(JobDetails details) {
      JobDetails.Delivered delivered = details.delivered();
      JobDetails.Slides slides = delivered == null ? null : delivered.slides();
      JobDetails.Sent sent = details.sent();
      boolean none = details.job().status().delivery() == DeliveryStatus.NONE;
      return new DeliveryView(
          details.job().status().delivery().wireName(),
          none ? null : details.job().request().deliverTo().wireName(),
          delivered == null ? null : delivered.fileId(),
          delivered == null ? null : delivered.link(),
          delivered == null ? null : delivered.folderId(),
          slides == null ? null : slides.fileId(),
          slides == null ? null : slides.link(),
          delivered == null || delivered.pictures() == 0 ? null : (Integer) delivered.pictures(),
          sent == null ? null : (Long) sent.bytes(),
          sent == null ? null : (Long) sent.bytesInAll(),
          TroubleView.of(details.job().status().deliveryTrouble()));
    }
  }

  /** What each stage of the last run took, in milliseconds, as far as it is over. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "Stages")
  record Stages(
      @Nullable Long queueMs,
      @Nullable Long convertMs,
      @Nullable Long packageMs,
      @Nullable Long deliverMs,
      @Nullable Long totalMs) {
    static Stages of(JobDetails.Moments moments, boolean delivery) {
      Instant begun = moments.retried() == null ? moments.created() : moments.retried();
      return new Stages(
          between(begun, moments.started()),
          between(moments.started(), moments.converted()),
          between(moments.converted(), moments.packaged()),
          delivery ? between(later(begun, moments.packaged()), moments.finished()) : null,
          between(begun, moments.finished()));
    }

    private static @Nullable Long between(@Nullable Instant from, @Nullable Instant to) {
      return from == null || to == null || to.isBefore(from)
          ? null
          : (Long) Duration.between(from, to).toMillis();
    }

    private static @Nullable Instant later(Instant one, @Nullable Instant other) {
      return other != null && one.isAfter(other) ? one : other;
    }
  }

  /** Where to read on. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "JobLinks")
  record Links(String self, String pages, @Nullable String result) {}

  /**
   * Some jobs.
   *
   * @param next where the following ones are, if there are any
   */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "Jobs")
  record Some(List<JobView> jobs, @Nullable String next) {}

  static JobView of(JobDetails details) {
    Job job = details.job();
    String self = "/v1/jobs/" + job.id();
    return new JobView(
        job.id(),
        job.request().title(),
        job.request().tag(),
        job.state().wireName(),
        job.status().conversion().wireName(),
        DeliveryView.of(details),
        job.status().run(),
        PageCounts.of(details.tally()),
        details.moments().created(),
        details.moments().updated(),
        details.moments().finished(),
        Stages.of(details.moments(), details.delivered() != null),
        TroubleView.of(job.status().trouble()),
        job.request().traceId(),
        new Links(self, self + "/pages", details.decks() == 0 ? null : self + "/result"));
  }
}
