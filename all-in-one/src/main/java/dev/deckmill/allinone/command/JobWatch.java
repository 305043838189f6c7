package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.DeckmillUnreachable;
import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.terminal.Progress;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;

/** Follows a job to its end and shows how far it is. */
final class JobWatch {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** A service that was killed is back within this. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final JobClient client;
  private final Terminal terminal;

  JobWatch(JobClient client, Terminal terminal) {
    this.client = client;
    this.terminal = terminal;
  }

  /** Returns the job as it is when nothing more will happen to it. */
  Job untilFinished(Job accepted) throws IOException, InterruptedException {
    Duration pause = SHORTEST;
    Job job = accepted;
    try (var progress = new Progress(terminal)) {
      while (!job.finished()) {
        show(progress, job);
        Thread.sleep(pause);
        pause = pause.multipliedBy(5).dividedBy(4);
        pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        job = patiently(job.id());
      }
      show(progress, job);
    }
    return job;
  }

  private Job patiently(String id) throws IOException, InterruptedException {
    long since = System.nanoTime();
    while (true) {
      try {
        return client.job(id);
      } catch (DeckmillUnreachable e) {
        if (System.nanoTime() - since > PATIENCE.toNanos()) {
          throw e;
        }
        Thread.sleep(LONGEST);
      }
    }
  }

  private static void show(Progress progress, Job job) {
    Job.PageCounts pages = job.pages();
    if (pages != null && pages.total() > 0) {
      progress.show(phase(job.state()), Math.min(pages.finished(), pages.total()), pages.total());
    }
  }

  private static String phase(String state) {
    String words = state.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
