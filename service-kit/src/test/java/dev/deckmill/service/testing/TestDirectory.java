package dev.deckmill.service.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the servers of a test run keep their data. */
final class TestDirectory {
  private TestDirectory() {}

  /** An empty one in the module's target, which the next build may throw away. */
  static Path create(String server) throws IOException {
    Path parent = Files.createDirectories(Path.of("target", "test-servers"));
    return Files.createTempDirectory(parent.toAbsolutePath(), server);
  }
}
