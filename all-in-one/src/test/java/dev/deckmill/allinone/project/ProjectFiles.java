package dev.deckmill.allinone.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's files, found from whatever module's directory a test runs in. */
public final class ProjectFiles {
  private static final Path ROOT = root();

  private ProjectFiles() {}

  /** A file or directory by its path from the top. */
  public static Path at(String path) {
    return ROOT.resolve(path).normalize();
  }

  public static String text(String path) {
    return text(at(path));
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below a directory, down to {@code depth} names, in the order of their names. */
  public static List<Path> below(Path directory, int depth) {
    try (Stream<Path> files = Files.walk(directory, depth)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All Java files that are no tests. */
  public static List<Path> sources() {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .sorted()
          .flatMap(sources -> below(sources, Integer.MAX_VALUE).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("docker-compose.yml"))) {
      here = here.getParent();
      if (here == null) {
        throw new IllegalStateException("No docker-compose.yml above the working directory");
      }
    }
    return here;
  }
}
