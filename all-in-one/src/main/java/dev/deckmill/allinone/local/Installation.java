package dev.deckmill.allinone.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the build has laid what a local set runs: {@code lib} (this command line), {@code
 * services}, {@code servers} (Kafka and PostgreSQL), {@code fake-drive}, {@code bench}, {@code
 * cache}.
 *
 * @param home the directory of these
 * @param java the program that runs them: the one that runs this process
 * @param cache for what can be made again, such as {@link StartupArchive}s
 */
public record Installation(Path home, Path java, Path cache) {
  static final List<String> SERVICES =
      List.of("api-service", "converter-service", "packager-service", "drive-service");

  private static final String PROPERTY = "deckmill.home";

  /** One that keeps what can be made again beside the rest. */
  public Installation(Path home, Path java) {
    this(home, java, home.resolve("cache"));
  }

  /** The one that the launcher names in system property {@code deckmill.home}. */
  public static Installation ofThisProcess() {
    String home = System.getProperty(PROPERTY);
    if (home == null) {
      throw new IllegalStateException(
          "System property " + PROPERTY + " is not set; start Deckmill with ./deckmill");
    }
    return new Installation(Path.of(home), Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  Path serviceJar(String service) throws MissingPart {
    return present(home.resolve("services").resolve(service).resolve("quarkus-run.jar"));
  }

  Path servers() throws MissingPart {
    return present(home.resolve("servers"));
  }

  String fakeDriveClassPath() throws MissingPart {
    return present(home.resolve("fake-drive")) + File.separator + "*";
  }

  /** The class path of what measures; it runs in a process of its own. */
  public String benchClassPath() throws MissingPart {
    return present(home.resolve("bench")) + File.separator + "*";
  }

  /** The same with another directory for what can be made again, such as an empty one. */
  public Installation withCache(Path other) {
    return new Installation(home, java, other);
  }

  StartupArchive startupArchive() {
    return new StartupArchive(cache, StartupArchive.Form.of(Runtime.version().feature()));
  }

  private static Path present(Path path) throws MissingPart {
    if (!Files.exists(path)) {
      throw new MissingPart(path);
    }
    return path;
  }
}
