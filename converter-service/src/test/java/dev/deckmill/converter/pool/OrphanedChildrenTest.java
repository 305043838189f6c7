package dev.deckmill.converter.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.deckmill.converter.child.ChildRequest;
import dev.deckmill.svgpptx.SlideOptions;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A killed parent has no chance to end its children: they end themselves. */
final class OrphanedChildrenTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Tells its children's pids once one is busy with a page that never ends. */
  @SuppressWarnings({"resource", "MustBeClosedChecker"}) // that nobody closes it is the point
  static final class Parent {
    private Parent() {}

    public static void main(String[] args) throws Exception {
      PageWorkers workers =
          PageWorkers.open(
              new PageWorkers.Terms(
                  new PageWorkers.Slots(2, 1, PATIENCE, PATIENCE),
                  500,
                  500,
                  PATIENCE,
                  128,
                  PageWorkers.Need.PREFERRED,
                  true));
      workers.warmUp();
      byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
      workers.convert(
          new ChildRequest("fault-hang.svg", svg, SlideOptions.defaults()),
          "acme",
          PATIENCE.multipliedBy(5),
          PageWorkers.Freshness.ANY,
          () -> System.out.println(pids()));
    }

    private static String pids() {
      return ProcessHandle.current()
          .children()
          .map(child -> Long.toString(child.pid()))
          .collect(Collectors.joining(" "));
    }
  }

  @Test
  void endEvenInTheMiddleOfAPage() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<ProcessHandle> children;
    try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
      children =
          Arrays.stream(out.readLine().split(" "))
              .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
              .toList();
    } finally {
      parent.destroyForcibly();
    }
    assertThat(children).hasSize(2);
    await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }
}
