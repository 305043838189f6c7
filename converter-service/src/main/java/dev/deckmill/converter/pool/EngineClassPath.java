package dev.deckmill.converter.pool;

import dev.deckmill.converter.child.PageChild;
import dev.deckmill.svgpptx.SvgToSlide;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a child may load: this jar, the engine, and the libraries that the engine's build lists;
 * nothing of the service around it.
 */
final class EngineClassPath {
  /** Written by the engine's build: paths of jars with colons between, of which the names count. */
  private static final String LIBRARIES = "libraries";

  private EngineClassPath() {}

  /** The value of {@code -cp}. */
  static String get() throws IOException {
    Path engine = location(SvgToSlide.class);
    Path service = location(PageChild.class);
    if (!Files.isRegularFile(engine) || !Files.isRegularFile(service)) {
      // Not packaged: in a test, whose own class path has all that is needed.
      return System.getProperty("java.class.path");
    }
    List<Path> jars = new ArrayList<>(List.of(service, engine));
    jars.addAll(libraries(engine.getParent()));
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> libraries(Path folder) throws IOException {
    List<Path> present;
    try (Stream<Path> all = Files.list(folder)) {
      present = all.toList();
    }
    List<Path> found = new ArrayList<>();
    for (String listed : list().split(":", -1)) {
      String name = Path.of(listed).getFileName().toString();
      found.add(find(name.replaceFirst("-\\d.*", ""), present));
    }
    return found;
  }

  /**
   * Quarkus puts a jar's group before its name; and the version may be another one, because the
   * service's build decided among more.
   */
  private static Path find(String artifact, List<Path> jars) throws IOException {
    Pattern name = Pattern.compile("(.*\\.)?" + Pattern.quote(artifact) + "-\\d.*\\.jar");
    for (Path jar : jars) {
      if (name.matcher(jar.getFileName().toString()).matches()) {
        return jar;
      }
    }
    throw new IOException(
        "The engine needs " + artifact + ", which the package of the service lacks");
  }

  private static String list() throws IOException {
    try (InputStream list =
        Objects.requireNonNull(SvgToSlide.class.getResourceAsStream(LIBRARIES), LIBRARIES)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static Path location(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("The place of " + type.getName() + " is no path", e);
    }
  }
}
