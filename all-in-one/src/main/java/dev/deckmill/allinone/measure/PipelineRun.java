package dev.deckmill.allinone.measure;

import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.client.Submission;
import dev.deckmill.allinone.process.Supervised;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** One big job through a running set, small ones before it and beside it. */
public final class PipelineRun {
  private static final Duration POLL = Duration.ofMillis(10);
  private static final Duration GIANT_POLL = Duration.ofMillis(100);
  private static final String PACKAGER = "packager-service";
  private static final Duration BETWEEN_SMALL = Duration.ofSeconds(2);
  private static final int WARM_UP_SMALL = 100;

  private final JobClient client;
  private final Collection<Supervised> parts;
  private final Path data;
  private final Consumer<String> news;

  /**
   * @param parts whose processor time counts
   * @param data where each part has a directory by its name
   * @param news gets a line for each step
   */
  public PipelineRun(
      JobClient client, Collection<Supervised> parts, Path data, Consumer<String> news) {
    this.client = client;
    this.parts = parts;
    this.data = data;
    this.news = news;
  }

  /**
   * Runs it.
   *
   * @param pages of the big job; the first is that of the small jobs
   * @param warmUp how many pages go before, in jobs of no more pages than the big one, from 1
   * @param small how many small jobs are measured alone, from 1
   * @throws IOException also if a job fails
   * @throws ExecutionException if the big one does
   */
  public PipelineFigures measure(List<Path> pages, int warmUp, int small)
      throws IOException, InterruptedException, ExecutionException {
    try (ProcessorTimes times = ProcessorTimes.watching(parts, data);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      warmUp(pages, warmUp);
      news.accept("Measuring " + small + " jobs of one page");
      List<Duration> alone = new ArrayList<>();
      for (int i = 0; i < WARM_UP_SMALL; i++) {
        smallJob(pages.get(0));
      }
      for (int i = 0; i < small; i++) {
        alone.add(smallJob(pages.get(0)));
      }
      news.accept("Measuring one job of " + pages.size() + " pages");
      Map<String, Duration> before = times.soFar();
      long began = System.nanoTime();
      Job accepted = submit(pages);
      Future<Ended> giant = executor.submit(() -> watched(accepted, times));
      List<Duration> beside = besides(giant, pages.get(0));
      Ended ended = giant.get();
      return new PipelineFigures(
          ended.job(),
          pages.size(),
          Duration.ofNanos(ended.nanoTime() - began),
          times.since(before),
          ended.packagerSpent(),
          warmUp,
          new Latencies(alone),
          beside.isEmpty() ? Optional.empty() : Optional.of(new Latencies(beside)));
    }
  }

  private void warmUp(List<Path> pages, int count) throws IOException, InterruptedException {
    for (int done = 0; done < count; done += pages.size()) {
      news.accept("Warming up: " + done + " of " + count + " pages are done");
      finished(submit(pages.subList(0, Math.min(count - done, pages.size()))));
    }
  }

  /** The big job at its end, when that was, and what packaging it took. */
  private record Ended(Job job, long nanoTime, Duration packagerSpent) {}

  private Ended watched(Job accepted, ProcessorTimes times)
      throws IOException, InterruptedException {
    Job job = accepted;
    Map<String, Duration> converted = times.soFar();
    boolean converting = true;
    while (!job.finished()) {
      Thread.sleep(GIANT_POLL);
      job = client.job(job.id());
      if (converting && !job.beforeDeck()) {
        converting = false;
        converted = times.soFar();
      }
    }
    long end = System.nanoTime();
    Duration packager = times.since(converted).getOrDefault(PACKAGER, Duration.ZERO);
    return new Ended(succeeded(job), end, packager);
  }

  /** Sends a small job now and then as long as the big one runs; those that end after it count. */
  private List<Duration> besides(Future<Ended> giant, Path page)
      throws IOException, InterruptedException {
    List<Duration> times = new ArrayList<>();
    while (!giant.isDone()) {
      times.add(smallJob(page));
      long next = System.nanoTime() + BETWEEN_SMALL.toNanos();
      while (System.nanoTime() < next && !giant.isDone()) {
        Thread.sleep(GIANT_POLL);
      }
    }
    return times;
  }

  private Duration smallJob(Path page) throws IOException, InterruptedException {
    long began = System.nanoTime();
    finished(submit(List.of(page)));
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private Job submit(List<Path> pages) throws IOException, InterruptedException {
    return client.submit(new Submission(pages, Map.of("title", "Benchmark")));
  }

  private Job finished(Job accepted) throws IOException, InterruptedException {
    Job job = accepted;
    while (!job.finished()) {
      Thread.sleep(POLL);
      job = client.job(job.id());
    }
    return succeeded(job);
  }

  private static Job succeeded(Job job) throws IOException {
    if (!job.succeeded()) {
      throw new IOException("Job " + job.id() + " ended " + job.state() + ": " + job.problem());
    }
    return job;
  }
}
