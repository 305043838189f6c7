package dev.deckmill.api.orchestration.job;

import dev.deckmill.contracts.part.DeckTarget;
import dev.deckmill.contracts.part.SlideSize;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job, as far as what is next depends on it.
 *
 * @param id its id, made here
 * @param tenant whose it is
 * @param request what the client asked for
 * @param pages how many pages it has, from 1
 * @param slideSize the deck's slide size; null until the first slide's result has it
 * @param status where it is
 */
public record Job(
    String id,
    String tenant,
    Request request,
    int pages,
    @Nullable SlideSize slideSize,
    JobStatus status) {
  /**
   * What the client asked for, once and for all; where to deliver to, and that it wants previews,
   * it may say later.
   *
   * @param title the deck's title
   * @param target what the conversion favours
   * @param textProfile whose text layout to write for
   * @param fonts what becomes of fonts that pages bring along
   * @param previews when pictures of the slides are drawn
   * @param folderPath the folders the deck is delivered to, outermost first; empty without delivery
   * @param deliverTo to which kind of place, where there is a delivery
   * @param traceparent the W3C trace context of the intake: all later work is part of its trace;
   *     null when the intake was not traced
   * @param tag the client's own word for the job; null: none
   * @param delivery what it asks of a delivery besides the folders
   */
  public record Request(
      String title,
      OnPageError onPageError,
      String target,
      String textProfile,
      String fonts,
      PreviewTime previews,
      List<String> folderPath,
      DeckTarget deliverTo,
      @Nullable String traceparent,
      @Nullable String tag,
      DeliveryWish delivery) {
    public Request {
      folderPath = List.copyOf(folderPath);
    }

    Request into(List<String> folders) {
      return new Request(
          title,
          onPageError,
          target,
          textProfile,
          fonts,
          previews,
          folders,
          DeckTarget.DRIVE,
          traceparent,
          tag,
          delivery);
    }

    Request previews(PreviewTime time) {
      return new Request(
          title,
          onPageError,
          target,
          textProfile,
          fonts,
          time,
          folderPath,
          deliverTo,
          traceparent,
          tag,
          delivery);
    }

    /** W3C Trace Context §3.2.2: version "-" trace id "-" parent id "-" flags. */
    public @Nullable String traceId() {
      return traceparent == null ? null : traceparent.split("-", -1)[1];
    }
  }

  public Job {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(status, "status");
    if (pages < 1) {
      throw new IllegalArgumentException("a job has at least one page");
    }
  }

  /** Where it is on its way. */
  public JobState state() {
    return status.state();
  }

  /** The job with the size of its slides settled; a size that is settled stays. */
  public Job withSlideSize(SlideSize size) {
    return slideSize != null ? this : new Job(id, tenant, request, pages, size, status);
  }

  /** Whether its deck is to be in Drive, or is there. */
  public boolean forDrive() {
    return status.delivery() != DeliveryStatus.NONE && request.deliverTo() == DeckTarget.DRIVE;
  }

  /** Whether its deck is in these folders in Drive already. */
  public boolean deliveredInto(List<String> folders) {
    return status.delivery() == DeliveryStatus.SUCCEEDED
        && request.deliverTo() == DeckTarget.DRIVE
        && request.folderPath().equals(folders);
  }

  /** The job with its previews to be drawn at that time. */
  public Job withPreviews(PreviewTime time) {
    return with(request.previews(time));
  }

  /** The job with its deck to be delivered into folders in Drive, the outermost first. */
  Job into(List<String> folders) {
    return with(request.into(folders));
  }

  private Job with(Request wish) {
    return new Job(id, tenant, wish, pages, slideSize, status);
  }

  Job with(JobStatus next) {
    return new Job(id, tenant, request, pages, slideSize, next);
  }
}
