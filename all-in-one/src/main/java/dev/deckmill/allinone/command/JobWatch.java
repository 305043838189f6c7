package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.DeckmillUnreachable;
import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.client.JobEvents;
import dev.deckmill.allinone.client.JobEvents.Event;
import dev.deckmill.allinone.client.RequestRefused;
import dev.deckmill.allinone.terminal.Progress;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a job to its end by the API's events, and shows how far it is. */
final class JobWatch {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A service that was killed is back within this. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final JobClient client;
  private final Terminal terminal;
  private @Nullable String lastEvent;
  private String state = "";
  private Job.@Nullable PageCounts pages;

  JobWatch(JobClient client, Terminal terminal) {
    this.client = client;
    this.terminal = terminal;
  }

  /** Returns the job as it is when nothing more will happen to it. */
  Job untilFinished(Job accepted) throws IOException, InterruptedException {
    Job job = accepted;
    try (var progress = new Progress(terminal)) {
      while (!job.finished()) {
        show(progress, job.state(), job.pages());
        follow(progress, job.id());
        job = patiently(job.id());
      }
      show(progress, job.state(), job.pages());
    }
    return job;
  }

  /** Until the stream ends, or breaks: the job's state then says whether there is more to come. */
  private void follow(Progress progress, String id) throws IOException, InterruptedException {
    try (JobEvents events = client.follow(id, lastEvent)) {
      for (Optional<Event> next = events.next(); next.isPresent(); next = events.next()) {
        lastEvent = next.get().id();
        show(progress, next.get().state(), next.get().pages());
      }
    } catch (RequestRefused e) {
      throw e;
    } catch (IOException broken) {
      // Whether it is gone for good shows when the job is asked for.
      Thread.sleep(PAUSE);
    }
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
        Thread.sleep(PAUSE);
      }
    }
  }

  private void show(Progress progress, @Nullable String newState, Job.@Nullable PageCounts counts) {
    state = newState == null ? state : newState;
    pages = counts == null ? pages : counts;
    Job.PageCounts now = pages;
    if (now != null && now.total() > 0 && !state.isEmpty()) {
      progress.show(phase(state), Math.min(now.finished(), now.total()), now.total());
    }
  }

  private static String phase(String state) {
    String words = state.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
