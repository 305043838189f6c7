package dev.deckmill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes made slides as files, for benchmarks of more than the engine. */
public final class SlideFiles {
  private SlideFiles() {}

  /**
   * Arguments: the project's directory, the directory for the files, how many. Prints in one line
   * what figures depend on beside the code.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Surroundings surroundings = Surroundings.now(Path.of(args[0]));
    Path directory = Files.createDirectories(Path.of(args[1]));
    int count = Integer.parseInt(args[2]);
    for (int i = 1; i <= count; i++) {
      Files.writeString(directory.resolve("slide-%05d.svg".formatted(i)), SlidePage.svg(i));
    }
    System.out.println(surroundings.line());
  }
}
