package dev.deckmill.api.store.page;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.PageProgress;
import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.sql.Columns;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pages, as those see them who decide about them. The caller holds the job (see {@link
 * JobStore#hold}).
 */
@Singleton
public final class PageStore {
  private static final String STORED =
      """
      select p.*, j.input_key from api.page p join api.job j on j.id = p.job_id
      """;

  /** A page's key. */
  public record Key(String jobId, int number) {}

  /**
   * Writes all pages of a new job in one statement.
   *
   * @param dueIn when the reaper is to look at those that are ordered
   */
  public void insertAll(Tx tx, Job job, List<NewPage> pages, Duration dueIn) {
    tx.handle()
        .createUpdate(
            """
            insert into api.page (tenant, job_id, number, name, source_offset, source_length, source_sha256,
                                  url, fetch_attempt, state, attempt, due_at)
            select :tenant, :job, p.number, p.name, p.source_offset, p.source_length, p.source_sha256,
                   p.url, p.fetch_attempt, 'queued',
                   p.attempt, case when p.attempt + p.fetch_attempt > 0 then now() + :dueIn * interval '1 millisecond' end
              from unnest(:numbers, :names, :offsets, :lengths, :hashes, :urls, :fetches, :attempts)
                   as p (number, name, source_offset, source_length, source_sha256, url, fetch_attempt, attempt)
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bindArray("numbers", Integer.class, pages.stream().map(NewPage::number).toList())
        .bindArray("names", String.class, pages.stream().map(NewPage::name).toList())
        .bindArray("offsets", Long.class, sources(pages, BlobRef::offset))
        .bindArray("lengths", Long.class, sources(pages, BlobRef::length))
        .bindArray("hashes", String.class, sources(pages, BlobRef::sha256))
        .bindArray(
            "urls", String.class, pages.stream().map(NewPage::url).collect(Collectors.toList()))
        .bindArray("fetches", Integer.class, pages.stream().map(NewPage::fetch).toList())
        .bindArray("attempts", Integer.class, pages.stream().map(NewPage::attempt).toList())
        .bind("dueIn", dueIn.toMillis())
        .execute();
  }

  /** Not Stream.toList(): what is still to be fetched has no bytes. */
  private static <T> List<T> sources(List<NewPage> pages, Function<BlobRef, T> value) {
    return pages.stream()
        .map(page -> page.source() == null ? null : value.apply(page.source()))
        .collect(Collectors.toList());
  }

  /** The pages of these keys that exist. */
  public List<StoredPage> load(Tx tx, List<Key> keys) {
    return tx.handle()
        .createQuery(
            STORED
                + """
                   where (p.job_id, p.number) in (select * from unnest(:jobs, :numbers))
                """)
        .bindArray("jobs", String.class, keys.stream().map(Key::jobId).toList())
        .bindArray("numbers", Integer.class, keys.stream().map(Key::number).toList())
        .map((row, context) -> stored(row))
        .list();
  }

  /**
   * The pages of a job that are neither ordered nor finished, in their order.
   *
   * @param window how many of its pages may be under way; as many are given as there is room for
   */
  public List<StoredPage> waiting(Tx tx, Job job, int window) {
    return waiting(tx, job, "= 0", window - underWay(tx, job));
  }

  private static int underWay(Tx tx, Job job) {
    return tx.handle()
        .createQuery(
            """
            select count(*) from api.page
             where tenant = :tenant and job_id = :job and due_at is not null and fetch_attempt = 0
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .mapTo(Integer.class)
        .one();
  }

  /** The pages of a job that are to be fetched and not ordered to be, in their order. */
  public List<StoredPage> toBeFetched(Tx tx, Job job) {
    return waiting(tx, job, "> 0", job.pages());
  }

  /**
   * @param fetched what holds for the number of the fetch; in the statement's text, because an
   *     index is found by it
   */
  private static List<StoredPage> waiting(Tx tx, Job job, String fetched, int most) {
    if (most <= 0) {
      return List.of();
    }
    return tx.handle()
        .createQuery(
            STORED
                + """
                   where p.tenant = :tenant and p.job_id = :job and p.state = 'queued' and p.due_at is null
                     and p.fetch_attempt\s
                """
                + fetched
                + " order by p.number limit :most")
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("most", most)
        .map((row, context) -> stored(row))
        .list();
  }

  /** Whether a page of a job is open that comes before {@code number}. */
  public boolean anyOpenBefore(Tx tx, Job job, int number) {
    return tx.handle()
        .createQuery(
            """
            select exists (select from api.page
                            where tenant = :tenant and job_id = :job and number < :number and finished_at is null)
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("number", number)
        .mapTo(Boolean.class)
        .one();
  }

  /** Jobs with pages from which something was expected by now, the longest overdue first. */
  public List<String> jobsWithOverdue(Tx tx, int limit) {
    return tx.handle()
        .createQuery(
            """
            select job_id from api.page p where due_at < now() group by job_id order by min(due_at) limit :limit
            """)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /**
   * Pages of these jobs from which something was expected by now; none whose order is still in the
   * outbox.
   */
  public List<StoredPage> overdue(Tx tx, Collection<String> jobIds, int limit) {
    return tx.handle()
        .createQuery(
            STORED
                + """
                   where p.job_id = any(:jobs) and p.due_at < now()
                     and not exists (select from api.outbox o
                                      where o.job_id = p.job_id and o.key = p.job_id || ':' || p.number)
                   order by p.due_at limit :limit
                """)
        .bindArray("jobs", String.class, List.copyOf(jobIds))
        .bind("limit", limit)
        .map((row, context) -> stored(row))
        .list();
  }

  /** Writes what became of pages of a job. */
  public void update(Tx tx, Job job, List<PageUpdate> updates) {
    if (updates.isEmpty()) {
      return;
    }
    PageUpdates.write(tx, job, updates);
  }

  /** Finishes the pages of a job that are open, without a result. */
  public void endOpen(Tx tx, Job job, PageState end) {
    tx.handle()
        .createUpdate(
            """
            update api.page set state = :end, finished_at = now(), due_at = null
             where tenant = :tenant and job_id = :job and finished_at is null
            """)
        .bind("end", end.wireName())
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .execute();
  }

  /**
   * Takes back what became of pages of a job, so that they wait to be ordered. Their attempts count
   * on: what is still told of an earlier one can't be mistaken for news.
   */
  public void reopen(Tx tx, Job job, Set<PageState> states) {
    tx.handle()
        .createUpdate(
            """
            update api.page
               set state = 'queued', crashes = 0, worker = null, queue_wait_ms = null, started_at = null,
                   finished_at = null, due_at = null, result_attempt = null, bundle_key = null, bundle_offset = null,
                   bundle_length = null, bundle_sha256 = null, slide_sha256 = null, slide_title = null,
                   trouble_code = null, trouble_detail = null
             where tenant = :tenant and job_id = :job and state = any(:states)
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bindArray("states", String.class, states.stream().map(PageState::wireName).toList())
        .execute();
  }

  private static StoredPage stored(ResultSet row) throws SQLException {
    return new StoredPage(
        text(row, "job_id"),
        new PageProgress(
            row.getInt("number"),
            PageState.of(text(row, "state")),
            row.getInt("attempt"),
            row.getInt("starts"),
            row.getInt("crashes"),
            row.getInt("fetch_attempt")),
        text(row, "name"),
        source(row),
        row.getString("url"),
        Columns.number(row, "queue_wait_ms"));
  }

  /** In the blob that the job's input is, or in one of its own if it was fetched. */
  static @Nullable BlobRef source(ResultSet row) throws SQLException {
    if (row.getString("source_sha256") == null) {
      return null;
    }
    String own = row.getString("source_key");
    return ContractColumns.stretch(row, own == null ? text(row, "input_key") : own, "source");
  }
}
