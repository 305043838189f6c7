package dev.deckmill.allinone.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The project's files, found from whatever module's directory a test runs in. */
final class DeployFiles {
  private static final Path ROOT = root();

  private DeployFiles() {}

  static Path at(String path) {
    return ROOT.resolve(path);
  }

  static String text(String path) {
    try {
      return Files.readString(at(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that say something. */
  static List<String> lines(String path) {
    return text(path)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** With anchors and merges resolved. */
  static JsonNode yaml(String path) {
    Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(path));
    return new ObjectMapper().valueToTree(read);
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
