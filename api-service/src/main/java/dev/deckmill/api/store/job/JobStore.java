package dev.deckmill.api.store.job;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.orchestration.job.ConversionStatus;
import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.job.JobStatus;
import dev.deckmill.api.orchestration.job.OnPageError;
import dev.deckmill.api.orchestration.job.PreviewTime;
import dev.deckmill.api.store.deck.DeliveryWishes;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.contracts.part.DeckTarget;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.service.sql.Columns;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Jobs, as those see them who decide about them. */
@Singleton
public final class JobStore {
  /**
   * Writes a new job.
   *
   * @param inputKey the blob that all its pages lie in
   * @param deadline how long it may take from now
   */
  public void insert(Tx tx, Job job, String inputKey, Duration deadline) {
    Job.Request request = job.request();
    tx.handle()
        .createUpdate(
            """
            insert into api.job (tenant, id, title, state, conversion, delivery, on_page_error, target, text_profile,
                                 fonts, previews, folder_path, deck_target, pages, slide_width_emu, slide_height_emu, input_key,
                                 traceparent, tag, delivery_wish, deadline_at)
            values (:tenant, :id, :title, :state, :conversion, :delivery, :onPageError, :target, :textProfile,
                    :fonts, :previews, :folderPath, :deckTarget, :pages, :width, :height, :inputKey,
                    :traceparent, :tag, :wish::json, now() + :deadline * interval '1 millisecond')
            """)
        .bind("tenant", job.tenant())
        .bind("id", job.id())
        .bind("title", request.title())
        .bind("state", job.state().wireName())
        .bind("conversion", job.status().conversion().wireName())
        .bind("delivery", job.status().delivery().wireName())
        .bind("onPageError", request.onPageError().wireName())
        .bind("target", request.target())
        .bind("textProfile", request.textProfile())
        .bind("fonts", request.fonts())
        .bind("previews", request.previews().wireName())
        .bindArray("folderPath", String.class, request.folderPath())
        .bind("deckTarget", request.deliverTo().wireName())
        .bind("pages", job.pages())
        .bind("width", width(job.slideSize()))
        .bind("height", height(job.slideSize()))
        .bind("inputKey", inputKey)
        .bind("traceparent", request.traceparent())
        .bind("tag", request.tag())
        .bind("wish", DeliveryWishes.text(request.delivery()))
        .bind("deadline", deadline.toMillis())
        .execute();
  }

  /**
   * The jobs of these ids, held until the transaction ends: whoever changes a job or one of its
   * pages holds the job. They are taken in the order of their ids, so that nobody waits in a
   * circle.
   */
  public SequencedMap<String, Job> hold(Tx tx, Collection<String> ids) {
    SequencedMap<String, Job> jobs = new TreeMap<>();
    tx.handle()
        .createQuery(
            """
            select * from api.job where id = any(:ids) order by id for update
            """)
        .bindArray("ids", String.class, List.copyOf(ids))
        .map((row, context) -> job(row))
        .forEach(job -> jobs.put(job.id(), job));
    return jobs;
  }

  /** Writes where a job is now; the moments of its way are set when it gets there. */
  public void update(Tx tx, Job job) {
    JobStatus status = job.status();
    tx.handle()
        .createUpdate(
            """
            update api.job
               set state = :state, conversion = :conversion, delivery = :delivery,
                   trouble_code = :troubleCode, trouble_detail = :troubleDetail,
                   delivery_code = :deliveryCode, delivery_detail = :deliveryDetail,
                   slide_width_emu = :width, slide_height_emu = :height, folder_path = :folderPath,
                   deck_target = :deckTarget, previews = :previews,
                   updated_at = now(),
                   started_at = coalesce(started_at, case when :state <> 'queued' then now() end),
                   converted_at = coalesce(converted_at,
                                           case when :state not in ('queued', 'fetching', 'converting') then now() end),
                   packaged_at = coalesce(packaged_at, case when :conversion = 'succeeded' then now() end),
                   finished_at = coalesce(finished_at, case when :finished then now() end)
             where tenant = :tenant and id = :id
            """)
        .bind("tenant", job.tenant())
        .bind("id", job.id())
        .bind("state", status.state().wireName())
        .bind("conversion", status.conversion().wireName())
        .bind("delivery", status.delivery().wireName())
        .bind("troubleCode", ContractColumns.code(status.trouble()))
        .bind("troubleDetail", ContractColumns.detail(status.trouble()))
        .bind("deliveryCode", ContractColumns.code(status.deliveryTrouble()))
        .bind("deliveryDetail", ContractColumns.detail(status.deliveryTrouble()))
        .bind("width", width(job.slideSize()))
        .bind("height", height(job.slideSize()))
        .bindArray("folderPath", String.class, job.request().folderPath())
        .bind("deckTarget", job.request().deliverTo().wireName())
        .bind("previews", job.request().previews().wireName())
        .bind("finished", status.state().terminal())
        .execute();
  }

  /**
   * Begins another run of a job at its end; {@link #update} then writes where that stands.
   *
   * @param deadline how long it may take from now
   */
  public void reopen(Tx tx, Job job, Duration deadline) {
    tx.handle()
        .createUpdate(
            """
            update api.job
               set run = :run, retried_at = now(), finished_at = null,
                   upload_bytes = null, upload_bytes_all = null,
                   deadline_at = now() + :deadline * interval '1 millisecond',
                   started_at = case when :fromPages then null else started_at end,
                   converted_at = case when :fromPages then null else converted_at end,
                   packaged_at = case when :fromDeck then packaged_at end
             where tenant = :tenant and id = :id
            """)
        .bind("tenant", job.tenant())
        .bind("id", job.id())
        .bind("run", job.status().run())
        .bind("deadline", deadline.toMillis())
        .bind("fromPages", job.state() == JobState.QUEUED)
        .bind("fromDeck", job.state() == JobState.DELIVERING)
        .execute();
  }

  /** Deletes a job and all that is known of it, but for the audit. */
  public void delete(Tx tx, Job job) {
    tx.handle()
        .createUpdate("delete from api.job where tenant = :tenant and id = :id")
        .bind("tenant", job.tenant())
        .bind("id", job.id())
        .execute();
  }

  /**
   * How many other jobs of the tenant have not reached their end. Whoever else counts them waits
   * until the transaction ends, so that of several which each would add one, each sees those before
   * it.
   */
  public int countOthersUnfinishedAlone(Tx tx, Job job) {
    tx.handle()
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:tenant, 8))")
        .bind("tenant", job.tenant())
        .mapTo(String.class)
        .one();
    // A statement of its own: it is to see what was committed while the one above waited.
    return tx.handle()
        .createQuery(
            """
            select count(*) from api.job where tenant = :tenant and finished_at is null and id <> :id
            """)
        .bind("tenant", job.tenant())
        .bind("id", job.id())
        .mapTo(Integer.class)
        .one();
  }

  /** When a job's time is over, in milliseconds since the epoch. */
  public long deadlineMillis(Tx tx, Job job) {
    return tx.handle()
        .createQuery(
            """
            select (extract(epoch from deadline_at) * 1000)::bigint from api.job where tenant = :tenant and id = :id
            """)
        .bind("tenant", job.tenant())
        .bind("id", job.id())
        .mapTo(Long.class)
        .one();
  }

  /** Ids of unfinished jobs that have taken longer than they may, the oldest first. */
  public List<String> pastDeadline(Tx tx, int limit) {
    return tx.handle()
        .createQuery(
            """
            select id from api.job
             where finished_at is null and deadline_at < now()
             order by deadline_at limit :limit
            """)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  static Job job(ResultSet row) throws SQLException {
    return new Job(
        text(row, "id"),
        text(row, "tenant"),
        new Job.Request(
            text(row, "title"),
            OnPageError.of(text(row, "on_page_error")),
            text(row, "target"),
            text(row, "text_profile"),
            text(row, "fonts"),
            PreviewTime.of(text(row, "previews")),
            folders(row.getArray("folder_path")),
            DeckTarget.of(text(row, "deck_target")).orElseThrow(),
            row.getString("traceparent"),
            row.getString("tag"),
            DeliveryWishes.read(row.getString("delivery_wish"))),
        row.getInt("pages"),
        slideSize(row),
        new JobStatus(
            JobState.of(text(row, "state")),
            ConversionStatus.of(text(row, "conversion")),
            DeliveryStatus.of(text(row, "delivery")),
            ContractColumns.trouble(row, "trouble"),
            ContractColumns.trouble(row, "delivery"),
            row.getInt("run")));
  }

  private static List<String> folders(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable SlideSize slideSize(ResultSet row) throws SQLException {
    Long width = Columns.number(row, "slide_width_emu");
    Long height = Columns.number(row, "slide_height_emu");
    return width == null || height == null ? null : new SlideSize(width, height);
  }

  private static @Nullable Long width(@Nullable SlideSize size) {
    return size == null ? null : size.widthEmu();
  }

  private static @Nullable Long height(@Nullable SlideSize size) {
    return size == null ? null : size.heightEmu();
  }
}
