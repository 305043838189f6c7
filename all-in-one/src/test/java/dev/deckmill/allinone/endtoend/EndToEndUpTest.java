package dev.deckmill.allinone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.deckmill.allinone.process.Leftovers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deckmill up} as a person runs it, from its first start over a violent end to the next. */
class EndToEndUpTest {
  private static final Duration LONG = Duration.ofMinutes(4);

  @TempDir private Path directory;

  private final List<CommandRun> runs = new ArrayList<>();

  @AfterEach
  void endEverything() {
    runs.forEach(CommandRun::kill);
  }

  private CommandRun run(String... arguments) throws Exception {
    CommandRun run = CommandRun.start(directory, arguments);
    runs.add(run);
    return run;
  }

  private CommandRun up(Path data) throws Exception {
    CommandRun up = run("up", "--port", "0", "--data", data.toString());
    await().atMost(LONG).until(() -> up.output().contains("Ctrl-C ends") || !up.handle().isAlive());
    assertThat(up.output()).contains("URL", "key", "Ctrl-C ends");
    return up;
  }

  private String ended(int exitCode, String... arguments) throws Exception {
    CommandRun run = run(arguments);
    assertThat(run.exitCode()).as(run.output()).isEqualTo(exitCode);
    return run.output();
  }

  @Test
  void keepsJobsAndKeyOverAKillAndNeverLeavesAProcess() throws Exception {
    Path root = directory.toRealPath();
    String data = root.resolve("data").toString();
    Path page = new TestPages(root).page("p.svg", "UP-P0001");
    CommandRun first = up(Path.of(data));

    assertThat(ended(4, "up", "--data", data))
        .contains("already runs", "process " + first.handle().pid(), "--data");
    String job = ended(0, "submit", page.toString(), "--data", data).strip();
    await().atMost(LONG).until(() -> ended(0, "status", job, "--data", data).contains("succeeded"));

    var processes = new Leftovers(Path.of(data));
    first.kill();
    await().atMost(LONG).until(() -> processes.stillRunning().isEmpty());

    CommandRun second = up(Path.of(data));
    Path deck = root.resolve("deck.pptx");
    ended(0, "download", job, "-o", deck.toString(), "--data", data);
    assertThat(Deck.read(Files.readAllBytes(deck)).slides()).containsExactly("UP-P0001");
    assertThat(key(second)).isEqualTo(key(first));

    second.terminate();
    assertThat(second.exitCode()).isEqualTo(143);
    assertThat(second.output()).contains("Ended all");
    assertThat(new Leftovers(Path.of(data)).stillRunning()).isEmpty();
  }

  private static String key(CommandRun up) throws Exception {
    return up.output()
        .lines()
        .filter(line -> line.startsWith("key"))
        .findFirst()
        .orElseThrow()
        .substring("key".length())
        .strip();
  }
}
