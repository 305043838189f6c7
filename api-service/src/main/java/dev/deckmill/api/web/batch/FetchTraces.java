package dev.deckmill.api.web.batch;

import dev.deckmill.api.store.stage.StageFigures;
import dev.deckmill.api.store.stage.StageRow;
import dev.deckmill.api.web.batch.PageTraceView.Fetch;
import dev.deckmill.contracts.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads from a job's stage rows how its pages were fetched. */
final class FetchTraces {
  private FetchTraces() {}

  /**
   * Of the page that has these rows; null if it did not come by URL, or no attempt at it has ended.
   */
  static @Nullable Fetch of(List<StageRow> rows) {
    List<StageRow> attempts =
        rows.stream().filter(row -> row.stage() == StageRow.Stage.FETCH).toList();
    return attempts.isEmpty() ? null : last(attempts.size(), attempts.getLast());
  }

  private static Fetch last(int attempts, StageRow row) {
    Trouble trouble = row.trouble();
    if (trouble != null) {
      return new Fetch(
          attempts, BatchStatus.FAILED, null, null, null, trouble.type().name(), trouble.detail());
    }
    StageFigures.Fetched figures = StageFigures.read(row.figuresJson(), StageFigures.Fetched.class);
    Long micros = row.totalMicros();
    return new Fetch(
        attempts,
        BatchStatus.COMPLETED,
        micros == null ? null : (Double) PipelineTraces.millis(micros),
        figures.bytes(),
        figures.hops(),
        null,
        null);
  }
}
