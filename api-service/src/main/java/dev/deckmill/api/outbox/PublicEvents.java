package dev.deckmill.api.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobStatus;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.store.outbox.OutboxRow;
import dev.deckmill.api.store.outbox.OutboxRow.Lane;
import dev.deckmill.api.store.outbox.OutboxStore;
import dev.deckmill.api.store.page.PageUpdate;
import dev.deckmill.contracts.message.JobAccepted;
import dev.deckmill.contracts.message.JobChanged;
import dev.deckmill.contracts.message.JobCompleted;
import dev.deckmill.contracts.message.JobFailed;
import dev.deckmill.contracts.message.JobMessage;
import dev.deckmill.contracts.message.JobRefused;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PagesFinished;
import dev.deckmill.contracts.part.FinishedPage;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what other systems may know of jobs and submissions, as {@link Outbox} writes orders. */
@Singleton
public final class PublicEvents {
  private final OutboxStore rows;

  PublicEvents(OutboxStore rows) {
    this.rows = rows;
  }

  /** Announces that a job begins, goes on after its end, or has ended. */
  public void announce(Tx tx, Job job, Tally tally) {
    add(tx, job, Lane.SMALL, news(job, tally));
  }

  private static JobMessage news(Job job, Tally tally) {
    JobStatus status = job.status();
    String state = status.state().wireName();
    return switch (status.state()) {
      case QUEUED, FETCHING, CONVERTING, PACKAGING, DELIVERING, CANCELLING ->
          new JobChanged(
              job.id(), job.tenant(), state, job.pages(), tally.finished(), tally.failed(), null);
      case SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED ->
          new JobCompleted(
              job.id(),
              job.tenant(),
              state,
              status.run(),
              job.pages(),
              tally.failed(),
              status.deliveryTrouble());
      case FAILED, CANCELLED ->
          new JobFailed(
              job.id(),
              job.tenant(),
              state,
              status.run(),
              job.pages(),
              tally.finished(),
              tally.failed(),
              Objects.requireNonNull(status.trouble(), "a job that fails says why"));
    };
  }

  /**
   * Announces which pages of a job have come to their end; nothing if none has. As few rows for
   * them as there can be, and sent after the orders: those are what others wait for.
   */
  public void pagesFinished(Tx tx, Job job, List<PageUpdate> updates, Tally tally) {
    List<FinishedPage> pages =
        updates.stream()
            .filter(update -> update.progress().state().finished())
            .map(PublicEvents::page)
            .toList();
    for (int from = 0; from < pages.size(); from += PagesFinished.MOST_PAGES) {
      int to = Math.min(from + PagesFinished.MOST_PAGES, pages.size());
      add(tx, job, Lane.NEWS, pagesFinished(job, pages.subList(from, to), tally));
    }
  }

  private static PagesFinished pagesFinished(Job job, List<FinishedPage> pages, Tally tally) {
    return new PagesFinished(
        job.id(),
        job.tenant(),
        job.status().run(),
        job.pages(),
        tally.finished(),
        tally.failed(),
        pages);
  }

  private static FinishedPage page(PageUpdate update) {
    return new FinishedPage(
        update.progress().number(),
        update.progress().state().wireName(),
        update.progress().starts(),
        update.ending() instanceof PageUpdate.Ending.Given given ? given.trouble() : null);
  }

  /** Answers a sender which job its submission has; written again, it is the same event. */
  public void accepted(Tx tx, Job job, String submissionId) {
    Message message = new JobAccepted(job.id(), job.tenant(), submissionId);
    String id = always(job.id() + " accepted");
    add(tx, Lane.SMALL, job.id(), id, message, job.request().traceparent());
  }

  /**
   * Answers a sender that its submission was refused.
   *
   * @param traceparent of the work on the record
   */
  public void refused(Tx tx, JobRefused refused, @Nullable String traceparent) {
    String place = "%s-%d@%d".formatted(refused.topic(), refused.partition(), refused.offset());
    String key = refused.submissionId() == null ? place : refused.submissionId();
    add(tx, Lane.SMALL, key, always(place), refused, traceparent);
  }

  private static String always(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }

  private void add(Tx tx, Job job, Lane lane, JobMessage message) {
    String id = UUID.randomUUID().toString();
    add(tx, lane, job.id(), id, message, job.request().traceparent());
  }

  private void add(
      Tx tx, Lane lane, String key, String id, Message message, @Nullable String traceparent) {
    MessageType type = MessageType.of(message);
    rows.add(
        tx,
        List.of(
            new OutboxRow(
                message.tenant(),
                message.jobId(),
                lane,
                type.topic(),
                key,
                id,
                type.ceType(),
                MessageText.of(message),
                traceparent,
                Duration.ZERO)));
  }
}
