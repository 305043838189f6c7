package dev.deckmill.api.job;

import dev.deckmill.contracts.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Where a job is.
 *
 * @param state the whole of it
 * @param conversion the way from pages to deck
 * @param delivery the way of the deck to its destination
 * @param trouble why there is no deck, or null
 * @param deliveryTrouble why the deck was not delivered, or null
 */
public record JobStatus(
    JobState state,
    ConversionStatus conversion,
    DeliveryStatus delivery,
    @Nullable Trouble trouble,
    @Nullable Trouble deliveryTrouble) {
  /** A job that was just taken in. */
  public static JobStatus taken(DeliveryStatus delivery) {
    return new JobStatus(JobState.QUEUED, ConversionStatus.PENDING, delivery, null, null);
  }

  JobStatus converting() {
    return new JobStatus(
        state.to(JobState.CONVERTING), ConversionStatus.RUNNING, delivery, null, null);
  }

  JobStatus packaging() {
    return new JobStatus(
        state.to(JobState.PACKAGING), ConversionStatus.RUNNING, delivery, null, null);
  }

  JobStatus delivering() {
    return new JobStatus(
        state.to(JobState.DELIVERING),
        ConversionStatus.SUCCEEDED,
        DeliveryStatus.RUNNING,
        null,
        null);
  }

  /** The end of a job that has all it was asked for. */
  JobStatus done(JobState outcome) {
    DeliveryStatus delivered =
        delivery == DeliveryStatus.NONE ? DeliveryStatus.NONE : DeliveryStatus.SUCCEEDED;
    return new JobStatus(state.to(outcome), ConversionStatus.SUCCEEDED, delivered, null, null);
  }

  /** The end of a job with a deck that was not delivered. */
  JobStatus undelivered(Trouble why) {
    return new JobStatus(
        state.to(JobState.PARTIALLY_SUCCEEDED), conversion, DeliveryStatus.FAILED, null, why);
  }

  /** The end of a job without a deck: so nothing is delivered either. */
  JobStatus failed(Trouble why) {
    DeliveryStatus delivered =
        delivery == DeliveryStatus.NONE ? DeliveryStatus.NONE : DeliveryStatus.FAILED;
    return new JobStatus(state.to(JobState.FAILED), ConversionStatus.FAILED, delivered, why, null);
  }
}
