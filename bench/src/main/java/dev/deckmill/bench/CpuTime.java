package dev.deckmill.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Reports processor time beside JMH's time by the clock, which on a machine that does other things
 * too says little.
 */
public final class CpuTime implements InternalProfiler {
  /** Milliseconds an operation of the thread that runs it. */
  static final String THREAD = "cpu.thread";

  /** Milliseconds an operation of the whole process: with collector and compiler. */
  static final String PROCESS = "cpu.process";

  private static final double NANOS_PER_MILLI = 1e6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long threadBefore;
  private long processBefore;

  @Override
  public String getDescription() {
    return "Processor time of the benchmark's thread and of the process";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    threadBefore = workers();
    processBefore = process.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double operations = result.getMetadata().getAllOps();
    return List.of(
        scalar(THREAD, (workers() - threadBefore) / operations),
        scalar(PROCESS, (process.getProcessCpuTime() - processBefore) / operations));
  }

  private static ScalarResult scalar(String name, double nanos) {
    return new ScalarResult(name, nanos / NANOS_PER_MILLI, "ms/op", AggregationPolicy.AVG);
  }

  /** The nanoseconds that JMH's worker threads have had. */
  private long workers() {
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().contains("jmh-worker")) {
        nanos += threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    return nanos;
  }
}
