package dev.deckmill.api.store.page;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.part.DeckPicture;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The pictures of all slides of a job. */
@Singleton
public final class JobPreviews {
  /** Condition of a lost picture {@code v} of a slide that is still its page's. */
  private static final String LOST =
      """
      v.file_key is null and v.trouble_code is null and v.orders < :most
      and v.ordered_at < now() - :age * interval '1 millisecond' * power(2, v.orders - 1)
      and exists (select from api.page p
                   where p.job_id = v.job_id and p.number = v.page and p.result_attempt = v.attempt)
      and not exists (select from api.outbox o where o.job_id = v.job_id and o.topic = :topic)
      """;

  /**
   * A slide that is to be drawn.
   *
   * @param number its page, from 1
   * @param attempt the one that made it
   * @param name the page's label
   * @param source the page's bytes
   */
  public record Slide(int number, int attempt, String name, BlobRef source) {}

  /**
   * A slide whose picture was ordered and not told of.
   *
   * @param width of the picture, in pixels
   */
  public record Lost(Slide slide, int width) {}

  /**
   * Notes as ordered those slides of a job that nobody has ordered a picture of, in their order.
   *
   * @param width in pixels
   * @param most how many of the job's pictures may be under way
   * @param age after which one that nobody told of counts as lost, not as under way
   */
  public List<Slide> orderMissing(Tx tx, Job job, int width, int most, Duration age) {
    return tx.handle()
        .createQuery(
            """
            with missing as (
              select number, result_attempt from api.page p
               where tenant = :tenant and job_id = :job and state in ('succeeded', 'degraded')
                 and not exists (select from api.preview v
                                  where v.job_id = p.job_id and v.page = p.number and v.attempt = p.result_attempt
                                    and v.width = :width)
               order by number
               limit greatest(0, :most - (select count(*) from api.preview
                                           where tenant = :tenant and job_id = :job
                                             and file_key is null and trouble_code is null
                                             and ordered_at > now() - :age * interval '1 millisecond'))),
            noted as (
              insert into api.preview (tenant, job_id, page, attempt, width)
              select :tenant, :job, number, result_attempt, :width from missing
              on conflict do nothing returning page)
            select p.*, j.input_key from noted n
              join api.page p on p.job_id = :job and p.number = n.page
              join api.job j on j.id = p.job_id
             order by p.number
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("width", width)
        .bind("most", most)
        .bind("age", age.toMillis())
        .map((row, context) -> slide(row))
        .list();
  }

  /**
   * Jobs some of whose pictures were ordered and not told of, the oldest order first.
   *
   * @param most after how many orders in a row nobody is waited for any more
   * @param age how long the first order is waited for; each other one twice as long
   */
  public List<String> jobsWithLost(Tx tx, int most, Duration age, int limit) {
    return tx.handle()
        .createQuery(
            "select v.job_id from api.preview v where "
                + LOST
                + " group by v.job_id order by min(v.ordered_at) limit :limit")
        .bind("most", most)
        .bind("age", age.toMillis())
        .bind("topic", Topics.PAGE_PREVIEW)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /** Notes as ordered once more those pictures of a job that {@link #jobsWithLost} is about. */
  public List<Lost> orderAgain(Tx tx, Job job, int most, Duration age) {
    return tx.handle()
        .createQuery(
            """
            with again as (
              update api.preview v set ordered_at = now(), orders = orders + 1
               where v.tenant = :tenant and v.job_id = :job and
            """
                + LOST
                + """
                returning v.page, v.width)
                select p.*, j.input_key, a.width from again a
                  join api.page p on p.job_id = :job and p.number = a.page
                  join api.job j on j.id = p.job_id
                 order by p.number
                """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("most", most)
        .bind("age", age.toMillis())
        .bind("topic", Topics.PAGE_PREVIEW)
        .map((row, context) -> new Lost(slide(row), row.getInt("width")))
        .list();
  }

  private static Slide slide(ResultSet row) throws SQLException {
    return new Slide(
        row.getInt("number"),
        row.getInt("result_attempt"),
        text(row, "name"),
        Objects.requireNonNull(PageStore.source(row), "a slide had a source"));
  }

  /** Whether nothing more is to be expected: each slide has a picture, or can have none. */
  public boolean settled(Tx tx, Job job, int width) {
    return tx.handle()
        .createQuery(
            """
            select not exists (
              select from api.page p
               where p.tenant = :tenant and p.job_id = :job and p.state in ('succeeded', 'degraded')
                 and not exists (select from api.preview v
                                  where v.job_id = p.job_id and v.page = p.number and v.attempt = p.result_attempt
                                    and v.width = :width and (v.file_key is not null or v.trouble_code is not null)))
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("width", width)
        .mapTo(Boolean.class)
        .one();
  }

  /** The pictures that there are of a job's present slides, in the order of the pages. */
  public List<DeckPicture> pictures(Tx tx, Job job, int width) {
    return tx.handle()
        .createQuery(
            """
            select p.number, v.* from api.page p
              join api.preview v on v.job_id = p.job_id and v.page = p.number and v.attempt = p.result_attempt
             where p.tenant = :tenant and p.job_id = :job and v.width = :width and v.file_key is not null
             order by p.number
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("width", width)
        .map((row, context) -> picture(row))
        .list();
  }

  private static DeckPicture picture(ResultSet row) throws SQLException {
    return new DeckPicture(
        row.getInt("number"), ContractColumns.stretch(row, text(row, "file_key"), "file"));
  }

  /** The pages of whose present slide there is a picture. */
  public Set<Integer> drawn(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery(
            """
            select p.number from api.page p
             where p.tenant = :tenant and p.job_id = :job
               and exists (select from api.preview v
                            where v.job_id = p.job_id and v.page = p.number and v.attempt = p.result_attempt
                              and v.file_key is not null)
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .mapTo(Integer.class)
        .set();
  }
}
