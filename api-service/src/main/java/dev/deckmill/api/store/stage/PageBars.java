package dev.deckmill.api.store.stage;

import static dev.deckmill.service.sql.Columns.maybeInstant;
import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.contracts.part.StageTimings;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** When pages were worked on, one by one or so many together. */
@Singleton
public final class PageBars {
  private static final String SELECT =
      """
      select min(p.number) as first, max(p.number) as last, min(p.name) as name, min(p.state) as state,
             min(p.started_at) as started, max(p.finished_at) as finished,
             count(*) filter (where p.finished_at is null) as open, coalesce(sum(p.starts), 0) as attempts,
             count(*) filter (where p.state in ('failed', 'skipped')) as failed,
             coalesce(sum(s.parse_us), 0) as parse, coalesce(sum(s.analyze_us), 0) as analyze,
             coalesce(sum(s.map_us), 0) as map, coalesce(sum(s.embed_us), 0) as embed,
             coalesce(sum(s.raster_elements), 0) as raster, coalesce(sum(s.finding_count), 0) as findings
        from api.page p left join api.stage_row s on %s
       where p.tenant = :tenant and p.job_id = :job
      """
          .formatted(JobSums.OF_RESULT);

  /** From one page to another, both included. */
  public record Range(int first, int last) {
    public Range {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("pages %d to %d are none".formatted(first, last));
      }
    }

    /** How many there are. */
    public int count() {
      return last - first + 1;
    }
  }

  /**
   * Pages that follow on each other.
   *
   * @param name of one of them
   * @param state of one of them
   * @param started when the last attempt at the first of them began; null: at none yet
   * @param finished when the last of them was settled; null: none is
   * @param attempts how often a converter began one
   * @param failed how many are not in the deck, or only as a slide that says so
   * @param timings what their conversions took, added up
   * @param rasterElements how many of their elements are pictures
   * @param findings how many findings they have
   */
  public record Bar(
      int first,
      int last,
      String name,
      String state,
      @Nullable Instant started,
      @Nullable Instant finished,
      int open,
      int attempts,
      int failed,
      StageTimings timings,
      long rasterElements,
      long findings) {
    /** How many pages there are. */
    public int pages() {
      return last - first + 1;
    }

    /** What all stages of their conversions took. */
    public long conversionMicros() {
      return timings.parseMicros()
          + timings.analyzeMicros()
          + timings.mapMicros()
          + timings.embedMicros();
    }
  }

  /**
   * Pages {@code first} to {@code last}.
   *
   * @param together how many make a bar, 1 and up
   */
  public List<Bar> list(Tx tx, String tenant, String jobId, Range pages, int together) {
    return ofJob(
            tx,
            SELECT
                + """
                and p.number between :first and :last
                group by (p.number - :first) / :together order by 1
                """,
            tenant,
            jobId)
        .bind("first", pages.first())
        .bind("last", pages.last())
        .bind("together", together)
        .map((row, context) -> bar(row))
        .list();
  }

  /** The page that was settled last. */
  public Optional<Bar> last(Tx tx, String tenant, String jobId) {
    return ofJob(
            tx,
            SELECT
                + """
                and p.number = (select number from api.page
                                 where tenant = :tenant and job_id = :job and finished_at is not null
                                 order by finished_at desc, number desc limit 1)
                group by p.number
                """,
            tenant,
            jobId)
        .map((row, context) -> bar(row))
        .findOne();
  }

  private static Query ofJob(Tx tx, String sql, String tenant, String jobId) {
    return tx.handle().createQuery(sql).bind("tenant", tenant).bind("job", jobId);
  }

  private static Bar bar(ResultSet row) throws SQLException {
    return new Bar(
        row.getInt("first"),
        row.getInt("last"),
        text(row, "name"),
        text(row, "state"),
        maybeInstant(row, "started"),
        maybeInstant(row, "finished"),
        row.getInt("open"),
        row.getInt("attempts"),
        row.getInt("failed"),
        new StageTimings(
            row.getLong("parse"), row.getLong("analyze"), row.getLong("map"), row.getLong("embed")),
        row.getLong("raster"),
        row.getLong("findings"));
  }
}
