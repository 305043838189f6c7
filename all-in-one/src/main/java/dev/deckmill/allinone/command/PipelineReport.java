package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.measure.Latencies;
import dev.deckmill.allinone.measure.LimitsProfile;
import dev.deckmill.allinone.measure.PipelineFigures;
import dev.deckmill.allinone.terminal.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a pipeline run for a person.
 *
 * @param surroundings commit, JVM, machine and load
 */
record PipelineReport(PipelineFigures figures, LimitsProfile limits, String surroundings) {
  private record Row(String what, String figure) {}

  /** For a terminal. */
  List<String> lines() {
    Table table = new Table();
    rows().forEach(row -> table.row(row.what(), row.figure()));
    return table.lines();
  }

  /** For a file. */
  String markdown() {
    StringBuilder text = new StringBuilder("# Pipeline\n\n");
    text.append(surroundings).append(", limits ").append(limits).append("\n\n");
    text.append("| | |\n|---|---|\n");
    rows().forEach(row -> text.append("| %s | %s |%n".formatted(row.what(), row.figure())));
    return text.toString();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("pages of the giant job", Integer.toString(figures.pages())));
    rows.add(new Row("pages that went before", Integer.toString(figures.warmUp())));
    rows.add(new Row("whole", text(figures.whole())));
    rows.add(new Row("pages a second", number(figures.pagesPerSecond())));
    Job.StageTimes stages = figures.giant().stages();
    if (stages != null) {
      rows.add(new Row("until the first page began", millis(stages.queueMs())));
      rows.add(new Row("converting", millis(stages.convertMs())));
      rows.add(new Row("packaging", millis(stages.packageMs())));
    }
    rows.add(new Row("processor time a page", number(figures.millisPerPage()) + " ms"));
    figures
        .spent()
        .forEach((part, spent) -> rows.add(new Row("processor time of " + part, text(spent))));
    rows.add(new Row("processor time of packaging", text(figures.packagerSpent())));
    rows.add(new Row("job of one page, alone", latencies(figures.alone())));
    rows.add(
        new Row(
            "job of one page, meanwhile",
            figures.beside().map(PipelineReport::latencies).orElse("none was sent")));
    return rows;
  }

  private static String latencies(Latencies latencies) {
    return "p50 %d ms, p95 %d ms, most %d ms of %d"
        .formatted(
            latencies.percentile(0.5).toMillis(),
            latencies.percentile(0.95).toMillis(),
            latencies.percentile(1).toMillis(),
            latencies.times().size());
  }

  private static String text(Duration duration) {
    return number(duration.toMillis() / 1e3) + " s";
  }

  private static String millis(@Nullable Long millis) {
    return millis == null ? "unknown" : text(Duration.ofMillis(millis));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
