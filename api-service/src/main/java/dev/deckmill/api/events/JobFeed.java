package dev.deckmill.api.events;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobEvent;
import dev.deckmill.api.store.job.JobEventStore;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.service.sql.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets clients follow jobs: each reads what it has not seen, whenever the {@link JobEventListener}
 * wakes it.
 */
@Singleton
public final class JobFeed {
  private static final int AT_ONCE = 100;

  private final AppDatabase database;
  private final JobEventStore events;
  private final JobReader jobs;
  private final JobEventWriter jobEvents;
  private final Duration heartbeat;
  private final Followers followers;

  JobFeed(
      AppDatabase database,
      JobEventStore events,
      JobReader jobs,
      JobEventWriter jobEvents,
      Followers followers,
      ApiConfig config) {
    this.database = database;
    this.events = events;
    this.jobs = jobs;
    this.jobEvents = jobEvents;
    this.followers = followers;
    this.heartbeat = config.events().heartbeat();
  }

  /** What a follower gets next: events, or none as a sign of life. */
  public record Piece(List<JobEvent> events, boolean last) {
    public Piece {
      events = List.copyOf(events);
    }
  }

  /** The number of the last event of a job; nothing if there is no such job. */
  public OptionalLong last(String tenant, String jobId) {
    return database.as(tenant, tx -> events.last(tx, tenant, jobId));
  }

  /**
   * Whether a job is at its end, and nothing after number {@code seen} is to be sent. Its end is
   * looked for first: it is committed with the last event, which the second look then sees.
   */
  public boolean isOver(String tenant, String jobId, long seen) {
    return database.as(
        tenant,
        tx ->
            jobs.find(tx, tenant, jobId).map(job -> job.job().state().terminal()).orElse(true)
                && events.after(tx, tenant, jobId, seen, 1).isEmpty());
  }

  /**
   * Where a job is now, as an event with the number of the last one before: what happened between
   * the two is sent once more, never left out.
   */
  public Optional<JobEvent> snapshot(String tenant, String jobId) {
    return database.as(
        tenant,
        tx -> {
          OptionalLong last = events.last(tx, tenant, jobId);
          Optional<JobDetails> job = jobs.find(tx, tenant, jobId);
          return last.isEmpty()
              ? Optional.empty()
              : job.map(
                  found ->
                      new JobEvent(
                          last.getAsLong(),
                          JobEvent.Kind.JOB,
                          jobEvents.snapshot(found.job(), found.tally()),
                          found.job().state().terminal()));
        });
  }

  /**
   * Everything after number {@code seen}, as it happens, until the job's end; ends early when this
   * process does.
   */
  public Multi<Piece> follow(String tenant, String jobId, long seen) {
    AtomicLong place = new AtomicLong(seen);
    return Multi.createBy()
        .repeating()
        .uni(() -> next(tenant, jobId, place.get()))
        .whilst(piece -> !piece.last())
        .onItem()
        .invoke(
            piece -> {
              if (!piece.events().isEmpty()) {
                place.set(piece.events().getLast().number());
              }
            });
  }

  /** Completes when the job is at its end, and at the latest after {@code time}. */
  public Uni<Boolean> untilEnd(String tenant, String jobId, Duration time) {
    return follow(tenant, jobId, 0)
        .select()
        .where(Piece::last)
        .toUni()
        .map(piece -> true)
        .ifNoItem()
        .after(time)
        .recoverWithItem(false);
  }

  /** Looked for after the follower is known to wait: so nothing falls between the two. */
  private Uni<Piece> next(String tenant, String jobId, long seen) {
    Followers.Follower follower = followers.await(jobId);
    return read(tenant, jobId, seen)
        .chain(
            piece ->
                piece.last() || !piece.events().isEmpty()
                    ? Uni.createFrom().item(piece)
                    : Uni.createFrom()
                        .completionStage(follower.rung())
                        .ifNoItem()
                        .after(heartbeat)
                        .recoverWithItem(() -> null)
                        .chain(() -> read(tenant, jobId, seen)))
        .onTermination()
        .invoke(() -> followers.forget(jobId, follower));
  }

  private Uni<Piece> read(String tenant, String jobId, long seen) {
    return Uni.createFrom()
        .item(() -> database.as(tenant, tx -> read(tx, tenant, jobId, seen)))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Piece read(Tx tx, String tenant, String jobId, long seen) {
    List<JobEvent> found = events.after(tx, tenant, jobId, seen, AT_ONCE);
    if (found.isEmpty()) {
      boolean gone = events.last(tx, tenant, jobId).isEmpty();
      return new Piece(found, gone || followers.isEnding());
    }
    // An end with something after it was none: the job went on in another run.
    JobEvent newest = found.getLast();
    boolean complete =
        found.size() < AT_ONCE || events.after(tx, tenant, jobId, newest.number(), 1).isEmpty();
    return new Piece(found, newest.last() && complete);
  }
}
