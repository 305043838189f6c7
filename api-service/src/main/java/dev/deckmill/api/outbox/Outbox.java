package dev.deckmill.api.outbox;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.naming.SafeName;
import dev.deckmill.api.orchestration.job.DeliveryWish;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.outbox.OutboxRow;
import dev.deckmill.api.store.outbox.OutboxRow.Lane;
import dev.deckmill.api.store.outbox.OutboxStore;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.FetchPage;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeckTarget;
import dev.deckmill.contracts.part.DeliveryOptions;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.sql.Tx;
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
  private final JobStore jobs;
  private final Limits limits;

  Outbox(OutboxStore rows, JobStore jobs, Limits limits) {
    this.rows = rows;
    this.jobs = jobs;
    this.limits = limits;
  }

  /** Orders pages to be converted. */
  public void convert(Tx tx, Job job, List<PageOrder> orders) {
    if (orders.isEmpty()) {
      return;
    }
    long notAfterMillis = jobs.deadlineMillis(tx, job);
    boolean small = job.pages() <= SMALL_JOB;
    Lane lane = small ? Lane.SMALL : Lane.BULK;
    String topic = small ? Topics.PAGE_CONVERT : Topics.PAGE_CONVERT_BULK;
    rows.add(
        tx,
        orders.stream()
            .map(
                order ->
                    pageRow(job, lane, topic, message(job, order, notAfterMillis), order.delay()))
            .toList());
  }

  /** Orders pages to be fetched. */
  public void fetch(Tx tx, Job job, List<FetchOrder> orders) {
    Lane lane = job.pages() <= SMALL_JOB ? Lane.SMALL : Lane.BULK;
    rows.add(
        tx,
        orders.stream()
            .map(order -> pageRow(job, lane, Topics.PAGE_FETCH, message(job, order), order.delay()))
            .toList());
  }

  /** Orders pages to be drawn, so many pixels wide: after all else that is to be done. */
  public void preview(Tx tx, Job job, List<PageOrder> orders, int width) {
    rows.add(
        tx,
        orders.stream()
            .map(
                order ->
                    pageRow(
                        job,
                        Lane.BULK,
                        Topics.PAGE_PREVIEW,
                        message(job, order, width),
                        order.delay()))
            .toList());
  }

  private FetchPage message(Job job, FetchOrder order) {
    return new FetchPage(
        job.id(), job.tenant(), order.number(), order.attempt(), order.url(), limits.pageBytes());
  }

  private PreviewPage message(Job job, PageOrder order, int width) {
    return new PreviewPage(
        job.id(),
        job.tenant(),
        order.number(),
        order.attempt(),
        order.name(),
        order.source(),
        options(job),
        width,
        limits.pageTime().toMillis());
  }

  private static ConversionOptions options(Job job) {
    Job.Request request = job.request();
    return new ConversionOptions(
        job.slideSize(), request.target(), request.textProfile(), request.fonts());
  }

  private ConvertPage message(Job job, PageOrder order, long notAfterMillis) {
    return new ConvertPage(
        job.id(),
        job.tenant(),
        order.number(),
        order.attempt(),
        order.name(),
        order.source(),
        options(job),
        limits.pageTime().toMillis(),
        limits.pageBytes(),
        notAfterMillis,
        order.earlier());
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

  /** Orders the deck to be delivered, with these pictures of its slides. */
  public void uploadDeck(Tx tx, Job job, BlobRef deck, @Nullable DeckPictures pictures) {
    DeliveryWish wish = job.request().delivery();
    String name = wish.fileName();
    DeliveryOptions options = wish.withPictures(pictures);
    send(
        tx,
        job,
        new UploadDeck(
            job.id(),
            job.tenant(),
            deck,
            name == null ? SafeName.ofDeck(job.request().title()) : name,
            job.request().folderPath(),
            wish.parentFolderId(),
            job.status().run(),
            options.equals(DeliveryOptions.NONE) ? null : options,
            // Nothing is Drive, also to a drive-service of an earlier version.
            job.request().deliverTo() == DeckTarget.DRIVE ? null : job.request().deliverTo()));
  }

  private void send(Tx tx, Job job, Message message) {
    String topic = MessageType.of(message).topic();
    rows.add(tx, List.of(row(job, Lane.SMALL, topic, job.id(), message, Duration.ZERO)));
  }

  private OutboxRow pageRow(Job job, Lane lane, String topic, PageMessage message, Duration delay) {
    return row(job, lane, topic, job.id() + ":" + message.page(), message, delay);
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
