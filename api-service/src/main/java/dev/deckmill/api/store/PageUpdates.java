package dev.deckmill.api.store;

import dev.deckmill.api.job.Job;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what became of pages of one job, all in one statement. */
final class PageUpdates {
  private PageUpdates() {}

  static void write(Tx tx, Job job, List<PageUpdate> updates) {
    var rows =
        new RowArrays<>(
            tx.handle()
                .createUpdate(
                    """
                    update api.page p
                       set state = u.state, fetch_attempt = u.fetch_attempt, attempt = u.attempt, starts = u.starts,
                           crashes = u.crashes,
                           worker = coalesce(u.worker, p.worker),
                           queue_wait_ms = coalesce(u.queue_wait, p.queue_wait_ms),
                           started_at = case when u.worker is null then p.started_at else now() end,
                           due_at = case when u.due_unchanged then p.due_at
                                         when u.due_with_job then (select deadline_at from api.job where id = p.job_id)
                                         else now() + u.due_in * interval '1 millisecond' end,
                           finished_at = case when u.finished then now() end,
                           result_attempt = u.result_attempt, traceparent = u.traceparent,
                           source_key = coalesce(u.source_key, p.source_key),
                           source_offset = coalesce(u.source_offset, p.source_offset),
                           source_length = coalesce(u.source_length, p.source_length),
                           source_sha256 = coalesce(u.source_sha256, p.source_sha256),
                           bundle_key = u.bundle_key, bundle_offset = u.bundle_offset,
                           bundle_length = u.bundle_length, bundle_sha256 = u.bundle_sha256,
                           slide_sha256 = u.slide_sha256, slide_title = u.slide_title,
                           trouble_code = u.trouble_code, trouble_detail = u.trouble_detail
                      from unnest(:number, :state, :fetch, :attempt, :starts, :crashes, :worker, :queueWait,
                                  :dueUnchanged, :dueWithJob, :dueIn, :finished, :resultAttempt, :traceparent,
                                  :sourceKey, :sourceOffset, :sourceLength, :sourceSha256,
                                  :bundleKey, :bundleOffset, :bundleLength, :bundleSha256,
                                  :slideSha256, :slideTitle, :troubleCode, :troubleDetail)
                           as u (number, state, fetch_attempt, attempt, starts, crashes, worker, queue_wait,
                                 due_unchanged, due_with_job, due_in, finished, result_attempt, traceparent,
                                 source_key, source_offset, source_length, source_sha256,
                                 bundle_key, bundle_offset, bundle_length, bundle_sha256,
                                 slide_sha256, slide_title, trouble_code, trouble_detail)
                     where p.tenant = :tenant and p.job_id = :job and p.number = u.number
                       and p.number = any(:number)
                    """)
                .bind("tenant", job.tenant())
                .bind("job", job.id()),
            updates);
    progress(rows);
    blob(rows, "source", PageUpdate::source);
    ending(rows);
    rows.execute();
  }

  private static void progress(RowArrays<PageUpdate> rows) {
    rows.integer("number", update -> update.progress().number())
        .text("state", update -> update.progress().state().wireName())
        .integer("fetch", update -> update.progress().fetch())
        .integer("attempt", update -> update.progress().attempt())
        .integer("starts", update -> update.progress().starts())
        .integer("crashes", update -> update.progress().crashes())
        .flag("finished", update -> update.progress().state().finished())
        .text("worker", update -> update.begun() == null ? null : update.begun().worker())
        .number(
            "queueWait",
            update -> update.begun() == null ? null : (Long) update.begun().queueWaitMillis())
        .flag("dueUnchanged", update -> update.due() instanceof PageUpdate.Due.Unchanged)
        .flag("dueWithJob", update -> update.due() instanceof PageUpdate.Due.WithJob)
        .number("dueIn", update -> dueInMillis(update.due()));
  }

  private static void ending(RowArrays<PageUpdate> rows) {
    rows.integer(
            "resultAttempt",
            update -> update.ending() == null ? null : (Integer) update.ending().attempt())
        .text(
            "traceparent", update -> update.ending() == null ? null : update.ending().traceparent())
        .text("slideSha256", ofSlide(PageUpdate.Ending.Slide::sha256))
        .text("slideTitle", ofSlide(PageUpdate.Ending.Slide::title))
        .text("troubleCode", update -> Columns.code(trouble(update)))
        .text("troubleDetail", update -> Columns.detail(trouble(update)));
    blob(rows, "bundle", ofSlide(PageUpdate.Ending.Slide::bundle));
  }

  private static void blob(
      RowArrays<PageUpdate> rows, String name, Function<PageUpdate, @Nullable BlobRef> blob) {
    rows.text(name + "Key", of(blob, BlobRef::key))
        .number(name + "Offset", of(blob, BlobRef::offset))
        .number(name + "Length", of(blob, BlobRef::length))
        .text(name + "Sha256", of(blob, BlobRef::sha256));
  }

  private static <V> Function<PageUpdate, @Nullable V> of(
      Function<PageUpdate, @Nullable BlobRef> blob, Function<BlobRef, V> value) {
    return update -> {
      BlobRef found = blob.apply(update);
      return found == null ? null : value.apply(found);
    };
  }

  private static <V> Function<PageUpdate, @Nullable V> ofSlide(
      Function<PageUpdate.Ending.Slide, @Nullable V> value) {
    return update ->
        update.ending() instanceof PageUpdate.Ending.Slide slide ? value.apply(slide) : null;
  }

  private static @Nullable Trouble trouble(PageUpdate update) {
    return update.ending() instanceof PageUpdate.Ending.Given given ? given.trouble() : null;
  }

  private static @Nullable Long dueInMillis(PageUpdate.Due due) {
    return switch (due) {
      case PageUpdate.Due.Unchanged() -> null;
      case PageUpdate.Due.Never() -> null;
      case PageUpdate.Due.WithJob() -> null;
      case PageUpdate.Due.In(Duration time) -> time.toMillis();
    };
  }
}
