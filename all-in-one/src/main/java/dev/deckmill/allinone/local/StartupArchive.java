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
  private static final int AOT_CACHE_AT_EXIT = 25;

  private final Path directory;

  StartupArchive(Path directory) {
    this.directory = directory;
  }

  /** The JVM flags to use the archive of {@code jar}, or to leave one. */
  List<String> flags(String service, Path jar) throws IOException {
    Files.createDirectories(directory);
    String build = Long.toHexString(Files.getLastModifiedTime(jar).toMillis());
    String jvm = Integer.toHexString(System.getProperty("java.vm.version").hashCode());
    String name = service + "-" + build + "-" + jvm;
    boolean aot = Runtime.version().feature() >= AOT_CACHE_AT_EXIT;
    Path archive = directory.resolve(name + (aot ? ".aot" : ".jsa"));
    removeOthers(service, name);
    if (!aot) {
      return List.of(
          "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off");
    }
    String use = Files.exists(archive) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=";
    return List.of(use + archive, "-Xlog:aot=off", "-Xlog:cds=off");
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
