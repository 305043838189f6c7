package dev.deckmill.api.orchestration.preview;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.outbox.PageOrder;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.page.PreviewStore;
import dev.deckmill.api.store.page.PreviewStore.Ordered;
import dev.deckmill.api.store.page.PreviewStore.Subject;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.Tx;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Pictures of slides, drawn when they are asked for the first time. */
@Singleton
public final class PagePreviews {
  /** How wide a picture is if nobody says, in pixels. */
  public static final int WIDTH = 960;

  /** How wide there are any: one drawing serves all who ask for about as much. */
  private static final List<Integer> WIDTHS = List.of(320, 640, WIDTH, 1920);

  /** How many of a tenant's may be under way, or who goes through a giant keeps all converters. */
  private static final int MOST_UNDER_WAY = 128;

  /** How many may wait here at once; each looks at the database again and again. */
  private static final int MOST_WAITING = 200;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final AppDatabase database;
  private final JobReader jobs;
  private final PreviewStore previews;
  private final Outbox outbox;
  private final Duration resendAfter;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  PagePreviews(
      AppDatabase database,
      JobReader jobs,
      PreviewStore previews,
      Outbox outbox,
      ApiConfig config) {
    this.database = database;
    this.jobs = jobs;
    this.previews = previews;
    this.outbox = outbox;
    this.resendAfter = config.reaper().resendAfter();
  }

  /**
   * A page's picture, which is ordered if need be; nothing if it is not there in {@code time}, or
   * too many are under way or waited for.
   *
   * @param width how many pixels it is to have at least
   * @throws Refusal if there is no such page, or it is no slide
   */
  public Uni<Optional<BlobRef>> picture(
      String tenant, String jobId, int page, int width, Duration time) {
    return database
        .as(tenant, tx -> ordered(tx, tenant, jobId, page, width))
        .map(key -> waited(tenant, key, time))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .emitOn(Infrastructure.getDefaultWorkerPool());
  }

  /**
   * Orders a picture once more whose bytes are not what they were.
   *
   * @param width as in {@link #picture}
   */
  public void drawAgain(String tenant, String jobId, int page, int width, BlobRef lost) {
    database.as(
        tenant,
        tx -> {
          previews.forget(tx, tenant, jobId, lost);
          return ordered(tx, tenant, jobId, page, width);
        });
  }

  private Uni<Optional<BlobRef>> waited(String tenant, PreviewStore.Key key, Duration time) {
    return Uni.createFrom()
        .deferred(
            () ->
                time.isZero() || !waiting.tryAcquire()
                    ? look(tenant, key)
                    : untilThere(tenant, key, FIRST_PAUSE)
                        .ifNoItem()
                        .after(time)
                        .recoverWithItem(Optional::empty)
                        .onTermination()
                        .invoke(() -> waiting.release()));
  }

  private Uni<Optional<BlobRef>> untilThere(String tenant, PreviewStore.Key key, Duration pause) {
    return look(tenant, key)
        .chain(
            found ->
                found.isPresent() ? Uni.createFrom().item(found) : lookAfter(pause, tenant, key));
  }

  private Uni<Optional<BlobRef>> lookAfter(Duration pause, String tenant, PreviewStore.Key key) {
    Duration twice = pause.multipliedBy(2);
    Duration next = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(pause)
        .chain(() -> untilThere(tenant, key, next));
  }

  /** Which picture it is; nothing if it is not ordered, because too many are. */
  private Optional<PreviewStore.Key> ordered(
      Tx tx, String tenant, String jobId, int page, int width) {
    Job job = jobs.find(tx, tenant, jobId).map(JobDetails::job).orElseThrow(Refusal::unknownJob);
    Subject subject =
        previews.subject(tx, tenant, jobId, page).orElseThrow(PagePreviews::unknownPage);
    BlobRef source = subject.source();
    Integer attempt = subject.attempt();
    if (!isSlide(subject.state()) || source == null || attempt == null) {
      throw noSlide(subject);
    }
    PreviewStore.Key key = new PreviewStore.Key(jobId, page, attempt, step(width));
    if (previews.order(tx, tenant, key, MOST_UNDER_WAY, resendAfter)) {
      PageOrder order = new PageOrder(page, attempt, subject.name(), source, Duration.ZERO);
      outbox.preview(tx, job, List.of(order), key.width());
      return Optional.of(key);
    }
    return previews.find(tx, tenant, key).map(known -> key);
  }

  private static int step(int width) {
    return WIDTHS.stream().filter(step -> step >= width).findFirst().orElseGet(WIDTHS::getLast);
  }

  private Uni<Optional<BlobRef>> look(String tenant, PreviewStore.Key key) {
    return Uni.createFrom()
        .item(() -> database.as(tenant, tx -> previews.find(tx, tenant, key)))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .map(found -> file(found.orElseThrow(Refusal::unknownJob)));
  }

  private static Optional<BlobRef> file(Ordered ordered) {
    Trouble trouble = ordered.trouble();
    if (trouble != null) {
      throw Refusal.of(trouble.type(), trouble.detail());
    }
    return Optional.ofNullable(ordered.file());
  }

  private static boolean isSlide(PageState state) {
    return state == PageState.SUCCEEDED || state == PageState.DEGRADED;
  }

  private static Refusal noSlide(Subject subject) {
    Trouble trouble = subject.trouble();
    if (trouble != null) {
      return Refusal.settled(trouble);
    }
    return subject.state().finished()
        ? Refusal.of(ErrorType.NOT_FOUND, "The page was left out; there is no slide of it.")
        : Refusal.of(
            ErrorType.RESULT_NOT_READY,
            "The page is " + subject.state().wireName() + ". Ask again when it is a slide.");
  }

  private static Refusal unknownPage() {
    return Refusal.of(
        ErrorType.NOT_FOUND, "The job has no page of this number; they are counted from 1.");
  }
}
