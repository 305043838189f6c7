package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.Trace;
import dev.deckmill.allinone.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A trace in words, with a waterfall of characters that every terminal has. */
final class TraceReport {
  private static final int WIDTH = 40;

  private final Trace trace;

  TraceReport(Trace trace) {
    this.trace = trace;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s is %s, %d pages".formatted(trace.jobId(), trace.state(), trace.pageCount()));
    section(lines, "Where the time went", waterfall());
    section(lines, "What each step took", steps());
    section(lines, "Slowest pages", slowest());
    section(lines, "Findings", findings());
    return lines;
  }

  private static void section(List<String> lines, String title, Table table) {
    if (!table.lines().isEmpty()) {
      lines.add("");
      lines.add(title);
      table.lines().forEach(line -> lines.add("  " + line));
    }
  }

  private Table waterfall() {
    double end = trace.criticalPath().stream().mapToDouble(Trace.Segment::endMs).max().orElse(0);
    var table = new Table();
    for (Trace.Segment segment : trace.criticalPath()) {
      table.row(
          segment.page() == null ? segment.step() : segment.step() + " page " + segment.page(),
          bar(segment, Math.max(1, end)),
          time(segment.durationMs()));
    }
    return table;
  }

  private static String bar(Trace.Segment segment, double end) {
    int from = (int) Math.min(WIDTH - 1, Math.floor(segment.startMs() / end * WIDTH));
    int to = Math.clamp(Math.round(segment.endMs() / end * WIDTH), from + 1, WIDTH);
    return "|" + " ".repeat(from) + "#".repeat(to - from) + " ".repeat(WIDTH - to) + "|";
  }

  private Table steps() {
    var table = new Table();
    if (!trace.steps().isEmpty()) {
      table.row("step", "times", "half under", "95 % under", "longest", "sum");
    }
    for (Trace.Step step : trace.steps()) {
      table.row(
          step.step(),
          Integer.toString(step.count()),
          time(step.p50Ms()),
          time(step.p95Ms()),
          time(step.maxMs()),
          time(step.totalMs()));
    }
    return table;
  }

  private Table slowest() {
    var table = new Table();
    trace
        .slowestPages()
        .forEach(page -> table.row("page " + page.number(), page.name(), time(page.convertMs())));
    return table;
  }

  private Table findings() {
    var table = new Table();
    trace
        .findings()
        .forEach(
            found ->
                table.row(
                    found.code(), Long.toString(found.count()), "on " + found.pages() + " pages"));
    return table;
  }

  private static String time(double millis) {
    return millis < 1_000
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1_000);
  }
}
