package dev.deckmill.allinone.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the build has laid what a local set runs: {@code lib} (this command line), {@code
 * services}, {@code servers} (Kafka and PostgreSQL), {@code fake-drive}, {@code bench}, {@code
 * cache}.
 *
 * @param home the directory of these
 * @param java the program that runs them: the one that runs this process
 */
public record Installation(Path home, Path java) {
  private static final String PROPERTY = "deckmill.home";

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

  /** For what can be made again. */
  Path cache() {
    return home.resolve("cache");
  }

  private static Path present(Path path) throws MissingPart {
    if (!Files.exists(path)) {
      throw new MissingPart(path);
    }
    return path;
  }
}
