package dev.deckmill.allinone.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.allinone.project.ProjectFiles;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The forms in which the files of a deployment are read. */
public final class DeployFiles {
  private DeployFiles() {}

  /** The lines that say something. */
  static List<String> lines(String path) {
    return ProjectFiles.text(path)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** With anchors and merges resolved. */
  public static JsonNode yaml(String path) {
    Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(ProjectFiles.text(path));
    return new ObjectMapper().valueToTree(read);
  }
}
