package dev.deckmill.allinone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  @TempDir private Path directory;

  private final List<String> reported = new CopyOnWriteArrayList<>();
  private Guardian guardian;
  private Supervisor supervisor;

  private final Supervisor.Events events =
      new Supervisor.Events() {
        @Override
        public void ready(String name, long pid, Duration took) {
          reported.add("ready " + name);
        }

        @Override
        public void ended(String name, String how, Duration pause) {
          reported.add("ended " + name + ": " + how);
        }
      };

  @BeforeEach
  void begin() throws IOException {
    guardian = Guardian.start();
    supervisor = new Supervisor(guardian, events);
  }

  @AfterEach
  void end() throws IOException {
    Supervisor.stop(supervisor.all());
    guardian.close();
  }

  private Launch shell(String script) {
    Path ready = directory.resolve("ready");
    return new Launch(
        "worker",
        List.of("/bin/sh", "-c", script),
        Map.of("READY", ready.toString()),
        directory.resolve("worker.log"),
        () -> Files.exists(ready),
        Duration.ofSeconds(1));
  }

  private static final String SERVE = "touch \"$READY\"; while :; do sleep 0.05; done";

  private Supervised started(String script) throws Exception {
    Supervised supervised = supervisor.start(shell(script));
    Supervisor.awaitReady(List.of(supervised));
    return supervised;
  }

  private static ProcessHandle process(Supervised supervised) {
    return ProcessHandle.of(supervised.pid().orElseThrow()).orElseThrow();
  }

  @Test
  void startsAKilledProcessAgain() throws Exception {
    Supervised worker = started(SERVE);
    ProcessHandle first = process(worker);

    first.destroyForcibly();

    await()
        .untilAsserted(
            () ->
                assertThat(reported)
                    .containsExactly(
                        "ready worker", "ended worker: exit code 137", "ready worker"));
    assertThat(process(worker)).isNotEqualTo(first);
  }

  @Test
  void endsWhatItStartedAndDoesNotStartItAgain() throws Exception {
    Supervised worker = started(SERVE);
    ProcessHandle process = process(worker);

    Supervisor.stop(supervisor.all());

    assertThat(process.isAlive()).isFalse();
    assertThat(worker.pid()).isEmpty();
    assertThat(reported).containsExactly("ready worker");
  }

  @Test
  void endsTheChildrenOfAProcessThatIgnoresTheRequestToEnd() throws Exception {
    Supervised worker = started("trap '' TERM; sleep 600 & " + SERVE);
    ProcessHandle child =
        await()
            .until(() -> process(worker).descendants().findFirst(), found -> found.isPresent())
            .orElseThrow();

    Supervisor.stop(supervisor.all());

    await().untilAsserted(() -> assertThat(child.isAlive()).isFalse());
  }

  @Test
  void tellsWhyAProcessDidNotComeUp() {
    assertThatThrownBy(() -> started("echo port is taken; exit 3"))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("worker did not start")
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("port is taken");
    assertThat(reported).isEmpty();
  }

  @Test
  void startsAPartAgainThatNobodyWaitsFor() {
    Path second = directory.resolve("second");
    supervisor.startLater(
        shell("test -e \"%1$s\" || { touch \"%1$s\"; exit 3; }; ".formatted(second) + SERVE));

    await()
        .untilAsserted(
            () -> {
              assertThat(reported).hasSize(2).last().isEqualTo("ready worker");
              assertThat(reported).first().asString().contains("ended worker", "exit code 3");
            });
  }

  @Test
  void canBeEndedWhileSomethingIsStillStarting() throws IOException {
    Supervised never = supervisor.start(shell("sleep 600"));
    await().until(() -> never.pid().isPresent());
    ProcessHandle process = process(never);

    Supervisor.stop(supervisor.all());

    assertThat(process.isAlive()).isFalse();
    assertThatThrownBy(() -> Supervisor.awaitReady(List.of(never)))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void leavesTheTerminalsInterruptToTheSupervisor() throws Exception {
    Path alarmed = directory.resolve("alarmed");
    ProcessHandle process = process(started("trap 'touch " + alarmed + "' USR1; " + SERVE));

    signal("INT", process);
    signal("USR1", process);

    await().until(() -> Files.exists(alarmed));
    assertThat(process.isAlive()).isTrue();
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()));
    assertThat(kill.start().waitFor()).isZero();
  }

  @Test
  void theGuardianEndsThoseWhomNobodyReleased() throws Exception {
    ProcessHandle orphan = new ProcessBuilder("sleep", "600").start().toHandle();
    ProcessHandle free = new ProcessBuilder("sleep", "600").start().toHandle();
    try (Guardian other = Guardian.start()) {
      other.guard(free.pid());
      other.guard(orphan.pid());
      other.release(free.pid());
    }
    assertThat(orphan.isAlive()).isFalse();
    assertThat(free.isAlive()).isTrue();
    free.destroy();
  }

  @Test
  void waitsTwiceAsLongAfterEachEndUntilAProcessKeepsUp() {
    var backoff = new Backoff();
    Duration moment = Duration.ofSeconds(1);
    assertThat(List.of(backoff.after(moment), backoff.after(moment), backoff.after(moment)))
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    for (int i = 0; i < 9; i++) {
      backoff.after(moment);
    }
    assertThat(backoff.after(moment)).isEqualTo(Duration.ofSeconds(16));
    assertThat(backoff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(500));
  }
}
