package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.client.PageState;
import dev.deckmill.allinone.client.Problem;
import dev.deckmill.allinone.terminal.Durations;
import dev.deckmill.allinone.terminal.Table;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job as text. */
final class JobReport {
  private JobReport() {}

  /** Prints what became of it, and which of its pages failed and why. */
  static void print(Job job, JobClient client, Terminal terminal)
      throws IOException, InterruptedException {
    lines(job).forEach(terminal::result);
    troubles(client, job).forEach(line -> terminal.result("  " + line));
  }

  private static List<String> lines(Job job) {
    var table = new Table();
    table.row("job", job.id());
    if (job.title() != null) {
      table.row("title", job.title());
    }
    table.row("state", job.state());
    if (job.pages() != null) {
      table.row("pages", pages(job.pages()));
    }
    if (job.delivery() != null && job.delivers()) {
      table.row("delivery", job.delivery().status() + file(job.delivery()));
      if (job.delivery().link() != null) {
        table.row("link", job.delivery().link());
      }
    }
    if (job.traceId() != null) {
      table.row("trace", job.traceId());
    }
    List<String> lines = new ArrayList<>(table.lines());
    problem(lines, "job", job.problem());
    problem(lines, "delivery", job.delivery() == null ? null : job.delivery().problem());
    return lines;
  }

  private static List<String> troubles(JobClient client, Job job)
      throws IOException, InterruptedException {
    if (job.pages() == null || job.pages().failed() + job.pages().skipped() == 0) {
      return List.of();
    }
    var table = new Table();
    for (PageState page : client.pages(job.id())) {
      if (page.problem() != null) {
        table.row("page " + page.number(), page.name(), page.problem().text());
      }
    }
    return table.lines();
  }

  private static void problem(List<String> lines, String whose, @Nullable Problem problem) {
    if (problem != null) {
      lines.add("The " + whose + " failed: " + problem.text());
    }
  }

  private static String file(Job.Delivery delivery) {
    return delivery.fileId() == null ? "" : ", file " + delivery.fileId();
  }

  private static String pages(Job.PageCounts pages) {
    List<String> parts = new ArrayList<>();
    part(parts, pages.queued(), "queued");
    part(parts, pages.converting(), "converting");
    part(parts, pages.succeeded(), "succeeded");
    part(parts, pages.degraded(), "degraded");
    part(parts, pages.failed(), "failed");
    part(parts, pages.skipped(), "skipped");
    part(parts, pages.cancelled(), "cancelled");
    return pages.total() + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static void part(List<String> parts, int count, String state) {
    if (count > 0) {
      parts.add(count + " " + state);
    }
  }

  /** How long it was where; stages it did not reach are left out. */
  static List<String> stages(Job job) {
    var table = new Table();
    Job.StageTimes times = job.stages();
    if (times == null) {
      return List.of();
    }
    stage(table, "queue", times.queueMs());
    stage(table, "convert", times.convertMs());
    stage(table, "package", times.packageMs());
    stage(table, "deliver", times.deliverMs());
    stage(table, "whole job", times.totalMs());
    return table.lines();
  }

  private static void stage(Table table, String name, @Nullable Long millis) {
    if (millis != null) {
      table.row(name, Durations.text(Duration.ofMillis(millis)));
    }
  }

  /** What a command that waited for the job ends with. */
  static int exitCode(Job job) {
    boolean delivered = job.delivery() == null || !job.delivery().status().equals("failed");
    return job.succeeded() && delivered ? ExitCode.OK : ExitCode.JOB_FAILED;
  }
}
