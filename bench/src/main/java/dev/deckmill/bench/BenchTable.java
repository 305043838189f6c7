package dev.deckmill.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The table, in Markdown. */
final class BenchTable {
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private BenchTable() {}

  static String of(Surroundings surroundings, Collection<RunResult> results) {
    var text = new StringBuilder("# Engine: SVG bytes to deflated slide, one core, warm\n\n");
    text.append(surroundings.line()).append(".\n\n");
    text.append("| pages | CPU a page, ms | spread | with collector and compiler, ms |");
    text.append(" by the clock, ms | allocated a page, MB |\n|---|---|---|---|---|---|\n");
    results.forEach(run -> text.append(row(run)));
    return text.toString();
  }

  private static String row(RunResult run) {
    Result<?> cpu = secondary(run, CpuTime.THREAD);
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f–%.3f | %.3f | %.3f | %.2f |%n",
        name(run.getParams().getParam("pages")),
        cpu.getScore(),
        cpu.getStatistics().getMin(),
        cpu.getStatistics().getMax(),
        secondary(run, CpuTime.PROCESS).getScore(),
        run.getPrimaryResult().getScore(),
        secondary(run, ALLOCATED).getScore() / BYTES_PER_MEGABYTE);
  }

  /** A directory's own name: the table is to be shown to others. */
  private static String name(String pages) {
    return PageSet.MADE.contains(pages)
        ? pages
        : String.valueOf(Path.of(pages).toAbsolutePath().normalize().getFileName());
  }

  private static Result<?> secondary(RunResult run, String name) {
    Result<?> result = run.getSecondaryResults().get(name);
    if (result == null) {
      throw new IllegalStateException("the run measured no " + name);
    }
    return result;
  }
}
