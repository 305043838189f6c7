package dev.deckmill.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The project's own shell scripts. */
class ScriptsTest {
  private static final Path PROJECT = Path.of(System.getProperty("deckmill.project"));

  @Test
  void shellcheckFindsNothingInOurScripts() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "shellcheck"))),
        "There is no shellcheck here to look at the scripts; Debian's package shellcheck has it");
    List<String> command = new ArrayList<>(List.of("shellcheck"));
    scripts().forEach(script -> command.add(script.toString()));
    assertThat(command).hasSizeGreaterThan(3);

    Process check = new ProcessBuilder(command).redirectErrorStream(true).start();

    String findings = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(findings).isEmpty();
    assertThat(check.waitFor()).isZero();
  }

  private static List<Path> scripts() throws IOException {
    List<Path> scripts = new ArrayList<>();
    scripts.add(PROJECT.resolve("deckmill"));
    scripts.add(PROJECT.resolve(".ci/run"));
    try (Stream<Path> files = Files.walk(PROJECT.resolve("deploy"))) {
      files.filter(ScriptsTest::isShellScript).forEach(scripts::add);
    }
    return scripts;
  }

  private static boolean isShellScript(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.findFirst().filter(line -> line.matches("#!.*\\b(ba)?sh( .*)?")).isPresent();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
