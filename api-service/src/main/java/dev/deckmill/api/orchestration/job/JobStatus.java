package dev.deckmill.api.orchestration.job;

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
 * @param run which run of the job this is, from 1; each retry is another
 */
public record JobStatus(
    JobState state,
    ConversionStatus conversion,
    DeliveryStatus delivery,
    @Nullable Trouble trouble,
    @Nullable Trouble deliveryTrouble,
    int run) {
  /** The run that a job begins with. */
  public static final int FIRST_RUN = 1;

  /** A job that was just taken in. */
  public static JobStatus taken(DeliveryStatus delivery) {
    return new JobStatus(
        JobState.QUEUED, ConversionStatus.PENDING, delivery, null, null, FIRST_RUN);
  }

  JobStatus fetching() {
    return new JobStatus(
        state.to(JobState.FETCHING), ConversionStatus.PENDING, delivery, null, null, run);
  }

  JobStatus converting() {
    return new JobStatus(
        state.to(JobState.CONVERTING), ConversionStatus.RUNNING, delivery, null, null, run);
  }

  JobStatus packaging() {
    return new JobStatus(
        state.to(JobState.PACKAGING), ConversionStatus.RUNNING, delivery, null, null, run);
  }

  JobStatus delivering() {
    return new JobStatus(
        state.to(JobState.DELIVERING),
        ConversionStatus.SUCCEEDED,
        DeliveryStatus.RUNNING,
        null,
        null,
        run);
  }

  /** The end of a job that has all it was asked for. */
  JobStatus done(JobState outcome) {
    DeliveryStatus delivered =
        delivery == DeliveryStatus.NONE ? DeliveryStatus.NONE : DeliveryStatus.SUCCEEDED;
    return new JobStatus(state.to(outcome), ConversionStatus.SUCCEEDED, delivered, null, null, run);
  }

  /** The end of a job with a deck that was not delivered. */
  JobStatus undelivered(Trouble why) {
    return new JobStatus(
        state.to(JobState.PARTIALLY_SUCCEEDED), conversion, DeliveryStatus.FAILED, null, why, run);
  }

  /** The end of a job without a deck: so nothing is delivered either. */
  JobStatus failed(Trouble why) {
    return withoutDeck(JobState.FAILED, why);
  }

  private JobStatus withoutDeck(JobState end, Trouble why) {
    DeliveryStatus delivered =
        delivery == DeliveryStatus.NONE ? DeliveryStatus.NONE : DeliveryStatus.FAILED;
    return new JobStatus(state.to(end), ConversionStatus.FAILED, delivered, why, null, run);
  }

  /** The end of a job that was cancelled before its deck was on its way. */
  JobStatus cancelled(Trouble why) {
    return withoutDeck(JobState.CANCELLED, why);
  }

  /** The end of a job that was cancelled and whose deck did not get where it was to go. */
  JobStatus cancelledUndelivered(Trouble why, Trouble undelivered) {
    return new JobStatus(
        state.to(JobState.CANCELLED), conversion, DeliveryStatus.FAILED, why, undelivered, run);
  }

  JobStatus cancelling() {
    return new JobStatus(
        state.to(JobState.CANCELLING), conversion, delivery, trouble, deliveryTrouble, run);
  }

  /** It is to be delivered when its deck is there. */
  JobStatus toBeDelivered() {
    return new JobStatus(state, conversion, DeliveryStatus.PENDING, trouble, deliveryTrouble, run);
  }

  /** The next run, from the pages on. */
  JobStatus againFromPages() {
    return again(JobState.QUEUED, ConversionStatus.PENDING, deliveryAgain());
  }

  /** The next run, from the deck on. */
  JobStatus againFromDeck() {
    return again(JobState.PACKAGING, ConversionStatus.RUNNING, deliveryAgain());
  }

  /** The next run, of the delivery alone. */
  JobStatus againFromDelivery() {
    return again(JobState.DELIVERING, ConversionStatus.SUCCEEDED, DeliveryStatus.RUNNING);
  }

  private DeliveryStatus deliveryAgain() {
    return delivery == DeliveryStatus.NONE ? DeliveryStatus.NONE : DeliveryStatus.PENDING;
  }

  private JobStatus again(JobState first, ConversionStatus converted, DeliveryStatus delivered) {
    if (!state.terminal()) {
      throw new IllegalStateException("a job that is " + state.wireName() + " has not ended");
    }
    return new JobStatus(first, converted, delivered, null, null, run + 1);
  }
}
