package dev.deckmill.svgpptx.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor that knows none of our code says of a deck with every case in it. */
class DeckAuditTest {
  private static final String AUDITOR = "openxml-audit";

  @TempDir private Path directory;

  @Test
  void openxmlAuditFindsNothing() throws Exception {
    assumeTrue(isOnPath(), AUDITOR + " is not installed here (pip install openxml-audit)");
    Path deck = directory.resolve("golden.pptx");
    Files.write(deck, GoldenCase.deck());
    Path said = directory.resolve("said.txt");
    Process audit =
        new ProcessBuilder(List.of(AUDITOR, "--max-errors", "20", deck.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(audit.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String findings = Files.readString(said, StandardCharsets.UTF_8);
    assertThat(audit.exitValue()).as(findings).isZero();
    assertThat(findings).contains("no findings");
  }

  private static boolean isOnPath() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, AUDITOR)));
  }
}
