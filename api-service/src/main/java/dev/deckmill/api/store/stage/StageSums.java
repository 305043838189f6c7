package dev.deckmill.api.store.stage;

import static dev.deckmill.service.sql.Columns.number;
import static dev.deckmill.service.sql.Columns.text;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import dev.deckmill.api.store.stage.StageRow.Stage;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * What the stage rows of a job come to. They are read once, without their JSON, and added up here:
 * the database would go through a giant's rows again for each question, and sort them for each
 * percentile.
 */
@Singleton
public final class StageSums {
  private static final int ROWS_AT_A_TIME = 2_000;

  /**
   * All of it.
   *
   * @param slowest the pages that took longest to convert, in the attempt that made them slides
   */
  public record Sums(
      List<StepTimes.Step> steps,
      List<Attempts> attempts,
      Outcome outcome,
      List<SlowPage> slowest) {}

  /**
   * Attempts at one stage.
   *
   * @param again those that were not the first at their page or deck
   */
  public record Attempts(Stage stage, int all, int failed, int again) {
    private Attempts and(ResultSet row) throws SQLException {
      return new Attempts(
          stage,
          all + 1,
          failed + (text(row, "outcome").equals("failed") ? 1 : 0),
          again + (row.getInt("attempt") > 1 ? 1 : 0));
    }
  }

  /**
   * What became of the elements of the pages that are slides.
   *
   * @param findings all of them, also those that no row keeps
   */
  public record Outcome(
      long nativeElements, long approximateElements, long rasterElements, long findings) {
    private Outcome and(ResultSet row) throws SQLException {
      return new Outcome(
          nativeElements + row.getLong("native_elements"),
          approximateElements + row.getLong("approximate_elements"),
          rasterElements + row.getLong("raster_elements"),
          findings + row.getLong("finding_count"));
    }
  }

  /** A page that took long. */
  public record SlowPage(int number, String name, long conversionMicros, long rasterElements) {}

  /**
   * Adds a job's rows up.
   *
   * @param slowest how many of the slowest pages to tell of
   */
  public Sums of(Tx tx, String tenant, String jobId, int slowest) {
    return tx.handle()
        .createQuery(
            """
            select s.stage, s.page, s.attempt, s.outcome, s.queue_wait_ms * 1000 as queue_us, s.total_us,
                   s.parse_us, s.analyze_us, s.map_us, s.embed_us, s.native_elements, s.approximate_elements,
                   s.raster_elements, s.finding_count, p.name
              from api.stage_row s
              left join api.page p on p.job_id = s.job_id and s.stage = 'convert' and p.number = s.page
                                  and p.result_attempt = s.attempt
             where s.tenant = :tenant and s.job_id = :job
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .setFetchSize(ROWS_AT_A_TIME)
        .scanResultSet((rows, context) -> added(rows.get(), context, slowest));
  }

  private static Sums added(ResultSet row, StatementContext whole, int slowest)
      throws SQLException {
    try (whole) {
      Adding adding = new Adding(slowest);
      while (row.next()) {
        adding.add(row);
      }
      return adding.sums();
    }
  }

  /** The sums so far. */
  private static final class Adding {
    private final int most;
    private final StepTimes steps = new StepTimes();
    private final Map<Stage, Attempts> attempts = new EnumMap<>(Stage.class);
    private final PriorityQueue<SlowPage> slowest =
        new PriorityQueue<>(
            comparingLong(SlowPage::conversionMicros)
                .thenComparing(comparingInt(SlowPage::number).reversed()));
    private Outcome outcome = new Outcome(0, 0, 0, 0);

    Adding(int most) {
      this.most = most;
    }

    void add(ResultSet row) throws SQLException {
      Stage stage = Stage.of(text(row, "stage"));
      attempts.put(stage, attempts.getOrDefault(stage, new Attempts(stage, 0, 0, 0)).and(row));
      addTimes(stage, row);
      String page = row.getString("name");
      if (page != null) {
        outcome = outcome.and(row);
        addPage(page, row);
      }
    }

    private void addTimes(Stage stage, ResultSet row) throws SQLException {
      Long total = number(row, "total_us");
      steps.add("queue", number(row, "queue_us"));
      steps.add("fetch", only(Stage.FETCH, stage, total));
      for (String step : List.of("parse", "analyze", "map", "embed")) {
        steps.add(step, number(row, step + "_us"));
      }
      steps.add("package", only(Stage.PACKAGE, stage, total));
      steps.add("upload", only(Stage.UPLOAD, stage, total));
    }

    private static @Nullable Long only(Stage asked, Stage stage, @Nullable Long micros) {
      return stage == asked ? micros : null;
    }

    private void addPage(String name, ResultSet row) throws SQLException {
      Long micros = number(row, "total_us");
      if (micros == null) {
        return;
      }
      slowest.add(new SlowPage(row.getInt("page"), name, micros, row.getLong("raster_elements")));
      if (slowest.size() > most) {
        slowest.remove();
      }
    }

    Sums sums() {
      List<SlowPage> worstFirst = new ArrayList<>(slowest);
      worstFirst.sort(slowest.comparator().reversed());
      return new Sums(steps.steps(), List.copyOf(attempts.values()), outcome, worstFirst);
    }
  }
}
