package dev.deckmill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the engine's benchmark and prints its table. */
public final class EngineBench {
  private EngineBench() {}

  /**
   * Arguments: the project's directory, the file for the table or an empty text, rounds, seconds a
   * round, then the sets: see {@link PageSet}.
   */
  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    Surroundings surroundings = Surroundings.now(Path.of(args[0]));
    int rounds = Integer.parseInt(args[2]);
    TimeValue round = TimeValue.seconds(Long.parseLong(args[3]));
    List<String> sets = List.of(args).subList(4, args.length);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(EngineBenchmark.class.getName())
                    .param("pages", sets.toArray(String[]::new))
                    .forks(1)
                    .warmupIterations(rounds)
                    .warmupTime(round)
                    .measurementIterations(rounds)
                    .measurementTime(round)
                    .addProfiler(GCProfiler.class)
                    .addProfiler(CpuTime.class)
                    // As the converter starts its children: see ChildCommand there.
                    .jvmArgs("-XX:+UseSerialGC", "-Xmx1g", "-Xss8m", "-Djava.awt.headless=true")
                    .build(),
                // What goes on is no result.
                OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL))
            .run();
    String table = BenchTable.of(surroundings, results);
    System.out.println(table);
    if (!args[1].isEmpty()) {
      Files.writeString(Path.of(args[1]), table);
    }
  }
}
