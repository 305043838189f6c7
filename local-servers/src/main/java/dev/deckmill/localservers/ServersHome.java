package dev.deckmill.localservers;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the build has laid the jars that the servers run on. */
public final class ServersHome {
  private static final String PROPERTY = "deckmill.servers.home";

  private ServersHome() {}

  /**
   * The directory that system property {@code deckmill.servers.home} names, else {@code servers}
   * beside this module's own jar.
   *
   * @throws LocalServerException if there is no jar in it
   */
  public static Path find() throws IOException {
    @Nullable String named = System.getProperty(PROPERTY);
    Path home = named == null ? ownCode().resolveSibling("servers") : Path.of(named);
    if (!hasJars(home)) {
      throw new LocalServerException(
          "There are no server jars in "
              + home
              + ". Build them with: ./mvnw -pl local-servers package; or name their directory with -D"
              + PROPERTY);
    }
    return home.toAbsolutePath();
  }

  /** This module's jar, or its directory of classes. */
  static Path ownCode() {
    try {
      return Path.of(ServersHome.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A class path entry has no proper address", e);
    }
  }

  private static boolean hasJars(Path home) throws IOException {
    if (!Files.isDirectory(home)) {
      return false;
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(home, "*.jar")) {
      return jars.iterator().hasNext();
    }
  }
}
