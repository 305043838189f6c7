package dev.deckmill.api.web.batch;

import dev.deckmill.api.store.stage.StageFigures;
import dev.deckmill.api.store.stage.StageRow;
import dev.deckmill.api.web.batch.TraceView.PackageTrace;
import dev.deckmill.api.web.batch.TraceView.UploadRun;
import dev.deckmill.api.web.batch.TraceView.UploadTrace;
import dev.deckmill.api.web.batch.TraceView.ZipStructure;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckPackaged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads from a job's stage rows how its deck was made and delivered. */
final class DeckTraces {
  private DeckTraces() {}

  /** The newest deck's; null as long as there is none. */
  static @Nullable PackageTrace packaging(List<StageRow> rows) {
    return rows.stream()
        .filter(row -> row.stage() == StageRow.Stage.PACKAGE && row.trouble() == null)
        .reduce((earlier, later) -> later)
        .map(DeckTraces::packaging)
        .orElse(null);
  }

  private static PackageTrace packaging(StageRow row) {
    StageFigures.Packaged figures =
        StageFigures.read(row.figuresJson(), StageFigures.Packaged.class);
    DeckPackaged.Counts counts = figures.counts();
    double total = millis(row.totalMicros());
    double write = millis(figures.storeMicros());
    return new PackageTrace(
        total - write,
        write,
        figures.packageBytes(),
        counts.slides(),
        (double) figures.packageBytes() / Math.max(1, counts.uncompressedBytes()),
        new ZipStructure(
            counts.slides(), counts.relationships(), counts.mediaFiles(), counts.contentTypes()),
        total);
  }

  /**
   * Of all orders to deliver a deck; null if none was answered.
   *
   * @param previews where the pictures of its slides are
   */
  static @Nullable UploadTrace upload(List<StageRow> rows, List<String> previews) {
    List<StageRow> uploads =
        rows.stream().filter(row -> row.stage() == StageRow.Stage.UPLOAD).toList();
    if (uploads.isEmpty()) {
      return null;
    }
    List<UploadRun> runs = uploads.stream().map(DeckTraces::run).toList();
    StageFigures.Uploaded file =
        uploads.stream()
            .filter(row -> row.trouble() == null)
            .reduce((earlier, later) -> later)
            .map(row -> StageFigures.read(row.figuresJson(), StageFigures.Uploaded.class))
            .orElse(null);
    double total = uploads.stream().mapToDouble(row -> millis(row.totalMicros())).sum();
    boolean resumed = runs.getLast().tries() > 1;
    return file == null
        ? new UploadTrace(null, null, 0, 0, runs, resumed, null, total, previews)
        : new UploadTrace(
            file.fileId(),
            file.folderId(),
            file.bytes(),
            file.chunks(),
            runs,
            resumed,
            file.resumes(),
            total,
            previews);
  }

  private static UploadRun run(StageRow row) {
    Trouble trouble = row.trouble();
    Long micros = row.totalMicros();
    return new UploadRun(
        row.attempt(),
        trouble == null ? BatchStatus.COMPLETED : BatchStatus.FAILED,
        StageFigures.read(row.figuresJson(), StageFigures.UploadFailed.class).attempts(),
        micros == null ? null : (Double) millis(micros),
        trouble == null ? null : trouble.type().name(),
        trouble == null ? null : trouble.detail());
  }

  private static double millis(@Nullable Long micros) {
    return micros == null ? 0 : PipelineTraces.millis(micros);
  }
}
