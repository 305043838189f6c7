package dev.deckmill.allinone.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Archives of loaded and linked classes, which about halve the start of a service. A service's
 * first run leaves one, later runs of the same jar on the same JVM use it.
 */
final class StartupArchive {
  /** From here on a JVM makes its AOT cache at its end, without a training run (JEP 514). */
  private static final boolean AOT = Runtime.version().feature() >= 25;

  private final Path directory;

  StartupArchive(Path directory) {
    this.directory = directory;
  }

  /** The JVM flags to use the archive of {@code jar}, if there is one. */
  List<String> using(String service, Path jar) throws IOException {
    Path archive = archive(service, jar);
    return Files.exists(archive)
        ? flags(AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=", archive)
        : List.of();
  }

  /** The same, or to leave one at the end if there is none. */
  List<String> usingOrLeaving(String service, Path jar) throws IOException {
    Path archive = archive(service, jar);
    return Files.exists(archive)
        ? using(service, jar)
        : flags(AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=", archive);
  }

  /** An archive that does not fit is passed over; that is no news. */
  private static List<String> flags(String use, Path archive) {
    return AOT
        ? List.of(use + archive, "-Xlog:aot=off", "-Xlog:cds=off")
        : List.of(use + archive, "-Xlog:cds=off");
  }

  private Path archive(String service, Path jar) throws IOException {
    Files.createDirectories(directory);
    String build = Long.toHexString(Files.getLastModifiedTime(jar).toMillis());
    String jvm = Integer.toHexString(System.getProperty("java.vm.version").hashCode());
    String name = service + "-" + build + "-" + jvm;
    removeOthers(service, name);
    return directory.resolve(name + (AOT ? ".aot" : ".jsa"));
  }

  /** What earlier builds left. */
  private void removeOthers(String service, String name) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, service + "-*.{aot,jsa}")) {
      for (Path file : files) {
        if (!file.getFileName().toString().startsWith(name + ".")) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
