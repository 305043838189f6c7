package dev.deckmill.api.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.job.Job;
import dev.deckmill.api.job.Tally;
import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.naming.SafeName;
import dev.deckmill.api.store.OutboxRow;
import dev.deckmill.api.store.OutboxRow.Lane;
import dev.deckmill.api.store.OutboxStore;
import dev.deckmill.api.store.Tx;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConversionOptions;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.FetchPage;
import dev.deckmill.contracts.message.JobAccepted;
import dev.deckmill.contracts.message.JobChanged;
import dev.deckmill.contracts.message.JobRefused;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.MessageType;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.SlideSize;
import dev.deckmill.contracts.message.UploadDeck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was decided, to be sent once the transaction is committed. Every message is part of
 * its job's trace: the context stored with the job is the parent of them all.
 */
@Singleton
public final class Outbox {
  /**
   * Jobs of more pages than this one take the bulk lane, so that small ones never wait for them.
   */
  static final int SMALL_JOB = 20;

  private final OutboxStore rows;
  private final Limits limits;

  Outbox(OutboxStore rows, Limits limits) {
    this.rows = rows;
    this.limits = limits;
  }

  /** Orders pages to be converted. */
  public void convert(Tx tx, Job job, List<PageOrder> orders) {
    boolean small = job.pages() <= SMALL_JOB;
    Lane lane = small ? Lane.SMALL : Lane.BULK;
    String topic = small ? Topics.PAGE_CONVERT : Topics.PAGE_CONVERT_BULK;
    rows.add(
        tx,
        orders.stream()
            .map(
                order ->
                    row(
                        job,
                        lane,
                        topic,
                        job.id() + ":" + order.number(),
                        message(job, order),
                        order.delay()))
            .toList());
  }

  /** Orders pages to be fetched. */
  public void fetch(Tx tx, Job job, List<FetchOrder> orders) {
    Lane lane = job.pages() <= SMALL_JOB ? Lane.SMALL : Lane.BULK;
    rows.add(
        tx,
        orders.stream()
            .map(
                order ->
                    row(
                        job,
                        lane,
                        Topics.PAGE_FETCH,
                        job.id() + ":" + order.number(),
                        new FetchPage(
                            job.id(),
                            job.tenant(),
                            order.number(),
                            order.attempt(),
                            order.url(),
                            limits.pageBytes()),
                        order.delay()))
            .toList());
  }

  private ConvertPage message(Job job, PageOrder order) {
    Job.Request request = job.request();
    return new ConvertPage(
        job.id(),
        job.tenant(),
        order.number(),
        order.attempt(),
        order.name(),
        order.source(),
        new ConversionOptions(job.slideSize(), request.target(), request.textProfile()),
        limits.pageTime().toMillis());
  }

  /** Orders the deck to be made of the slides that {@code slides} lists. */
  public void packageDeck(Tx tx, Job job, SlideSize size, BlobRef slides, int slideCount) {
    send(
        tx,
        job,
        new PackageDeck(
            job.id(),
            job.tenant(),
            job.request().title(),
            size,
            slides,
            slideCount,
            job.status().run()));
  }

  /** Orders the deck to be delivered. */
  public void uploadDeck(Tx tx, Job job, BlobRef deck) {
    send(
        tx,
        job,
        new UploadDeck(
            job.id(),
            job.tenant(),
            deck,
            SafeName.ofDeck(job.request().title()),
            job.request().folderPath(),
            null,
            job.status().run()));
  }

  /** Tells the world where the job is. */
  public void announce(Tx tx, Job job, Tally tally) {
    Trouble trouble = job.status().trouble();
    send(
        tx,
        job,
        new JobChanged(
            job.id(),
            job.tenant(),
            job.state().wireName(),
            job.pages(),
            tally.finished(),
            tally.failed(),
            trouble == null ? job.status().deliveryTrouble() : trouble));
  }

  /** Tells a sender which job its submission has; told again, it is the same event. */
  public void accepted(Tx tx, Job job, String submissionId) {
    Message message = new JobAccepted(job.id(), job.tenant(), submissionId);
    answer(tx, job.id(), job.id() + " accepted", message, job.request().traceparent());
  }

  /**
   * Tells a sender that its submission was refused.
   *
   * @param traceparent of the work on the record
   */
  public void refused(Tx tx, JobRefused refused, @Nullable String traceparent) {
    String place = "%s-%d@%d".formatted(refused.topic(), refused.partition(), refused.offset());
    String key = refused.submissionId() == null ? place : refused.submissionId();
    answer(tx, key, place, refused, traceparent);
  }

  private void answer(
      Tx tx, String key, String name, Message message, @Nullable String traceparent) {
    MessageType type = MessageType.of(message);
    rows.add(
        tx,
        List.of(
            new OutboxRow(
                message.tenant(),
                message.jobId(),
                Lane.SMALL,
                type.topic(),
                key,
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString(),
                type.ceType(),
                MessageText.of(message),
                traceparent,
                Duration.ZERO)));
  }

  private void send(Tx tx, Job job, Message message) {
    String topic = MessageType.of(message).topic();
    rows.add(tx, List.of(row(job, Lane.SMALL, topic, job.id(), message, Duration.ZERO)));
  }

  private OutboxRow row(
      Job job, Lane lane, String topic, String key, Message message, Duration delay) {
    return new OutboxRow(
        job.tenant(),
        job.id(),
        lane,
        topic,
        key,
        UUID.randomUUID().toString(),
        MessageType.of(message).ceType(),
        MessageText.of(message),
        job.request().traceparent(),
        delay);
  }
}
