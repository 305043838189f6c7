package dev.deckmill.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * What a figure depends on beside the code.
 *
 * @param commit as git describes it, or "unknown"
 * @param load the system's load average over the last minute, before the run
 */
record Surroundings(
    LocalDate date, String commit, String jvm, String processor, int processors, double load) {
  static Surroundings now(Path project) throws IOException, InterruptedException {
    return new Surroundings(
        LocalDate.now(ZoneOffset.UTC),
        describe(project),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        model(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** One line for people. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s, commit %s, %s, %d x %s, load %.1f",
        date,
        commit,
        jvm,
        processors,
        processor,
        load);
  }

  private static String describe(Path project) throws InterruptedException {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=10")
              .directory(project.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? said : "unknown";
    } catch (IOException noGit) {
      return "unknown";
    }
  }

  /** Linux names the model; elsewhere the architecture has to do. */
  private static String model() throws IOException {
    Path models = Path.of("/proc/cpuinfo");
    Optional<String> model =
        Files.isReadable(models)
            ? Files.readAllLines(models).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
            : Optional.empty();
    return model.orElse(System.getProperty("os.arch"));
  }
}
