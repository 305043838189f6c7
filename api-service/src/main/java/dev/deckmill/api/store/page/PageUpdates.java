package dev.deckmill.api.store.page;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.RowArrays;
import dev.deckmill.service.sql.Tx;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of pages of one job, all in one statement. Only the pages' numbers are joined,
 * and the rest is taken from the arrays by position: PostgreSQL takes a job that it has no figures
 * of for one of a single page, and goes through what is joined once for each page.
 */
final class PageUpdates {
  private PageUpdates() {}

  static void write(Tx tx, Job job, List<PageUpdate> updates) {
    var rows =
        new RowArrays<>(
            tx.handle()
                .createUpdate(
                    """
                    update api.page p
                       set state = (:state)[u.i], fetch_attempt = (:fetch)[u.i], attempt = (:attempt)[u.i],
                           starts = (:starts)[u.i], crashes = (:crashes)[u.i],
                           worker = coalesce((:worker)[u.i], p.worker),
                           queue_wait_ms = coalesce((:queueWait)[u.i], p.queue_wait_ms),
                           started_at = case when (:begun)[u.i] then now() else p.started_at end,
                           due_at = case when (:dueUnchanged)[u.i] then p.due_at
                                         when (:dueWithJob)[u.i] then (select deadline_at from api.job where id = p.job_id)
                                         else now() + (:dueIn)[u.i] * interval '1 millisecond' end,
                           finished_at = case when (:finished)[u.i] then now() end,
                           result_attempt = (:resultAttempt)[u.i], traceparent = (:traceparent)[u.i],
                           source_key = coalesce((:sourceKey)[u.i], p.source_key),
                           source_offset = coalesce((:sourceOffset)[u.i], p.source_offset),
                           source_length = coalesce((:sourceLength)[u.i], p.source_length),
                           source_sha256 = coalesce((:sourceSha256)[u.i], p.source_sha256),
                           bundle_key = (:bundleKey)[u.i], bundle_offset = (:bundleOffset)[u.i],
                           bundle_length = (:bundleLength)[u.i], bundle_sha256 = (:bundleSha256)[u.i],
                           slide_sha256 = (:slideSha256)[u.i], slide_title = (:slideTitle)[u.i],
                           trouble_code = (:troubleCode)[u.i], trouble_detail = (:troubleDetail)[u.i]
                      from (select a.number, a.n::integer as i
                              from unnest(:number) with ordinality as a (number, n)) u
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
        .flag("begun", update -> update.begun() != null)
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
        .text("troubleCode", update -> ContractColumns.code(trouble(update)))
        .text("troubleDetail", update -> ContractColumns.detail(trouble(update)));
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
