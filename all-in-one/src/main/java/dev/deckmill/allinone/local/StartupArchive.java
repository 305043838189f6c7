package dev.deckmill.allinone.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Archives of loaded classes (dynamic CDS, JEP 350), which halve what the start of a service costs.
 * One run leaves them, later runs of the same jars on the same JVM use them.
 *
 * <p>An AOT cache (JEP 514) would save another eighth of a start, at twice the cost of making it,
 * and asks for JDK 25.
 */
final class StartupArchive {
  private final Path directory;

  StartupArchive(Path directory) {
    this.directory = directory;
  }

  /** The JVM flags to use the archive of {@code jar}, if there is one. */
  List<String> using(String service, Path jar) throws IOException {
    Path archive = archive(service, jar);
    return Files.exists(archive) ? flags("-XX:SharedArchiveFile=", archive) : List.of();
  }

  /** The same, or to leave one at the end if there is none. */
  List<String> usingOrLeaving(String service, Path jar) throws IOException {
    Path archive = archive(service, jar);
    return Files.exists(archive)
        ? using(service, jar)
        : flags("-XX:ArchiveClassesAtExit=", archive);
  }

  /** An archive that does not fit is passed over; that is no news for the service's log. */
  private static List<String> flags(String use, Path archive) {
    return List.of(use + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
  }

  private Path archive(String service, Path jar) throws IOException {
    Files.createDirectories(directory);
    String build = Long.toHexString(Files.getLastModifiedTime(jar).toMillis());
    String jvm = Integer.toHexString(System.getProperty("java.vm.version").hashCode());
    String name = service + "-" + build + "-" + jvm + ".jsa";
    removeOthers(service, name);
    return directory.resolve(name);
  }

  /** What earlier builds left. */
  private void removeOthers(String service, String name) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, service + "-*")) {
      for (Path file : files) {
        if (!file.getFileName().toString().equals(name)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
