package dev.deckmill.allinone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  /** Looks for who belongs to the directory that it is given. */
  public static final class Looking {
    private Looking() {}

    public static void main(String[] args) {
      System.out.println(new Leftovers(Path.of(args[0])).stillRunning());
    }
  }

  /** A shell, as a launcher or a supervisor, has the directory on its command line as well. */
  @Test
  void whoeverStartedUsIsNoneOfOurs(@TempDir Path directory) throws Exception {
    ProcessBuilder launcher =
        new ProcessBuilder(
            "sh",
            "-c",
            "\"$@\"; exit $?",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Looking.class.getName(),
            directory.toString());
    // Not on the command line: of a long one the system shows no arguments.
    launcher.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process shell = launcher.redirectErrorStream(true).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(said.strip()).isEqualTo("[]");
  }
}
