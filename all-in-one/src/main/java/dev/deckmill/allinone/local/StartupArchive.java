package dev.deckmill.allinone.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What a service's JVM keeps of one run so that later runs of the same jars on the same JVM start
 * faster: a file for each service, named after its jars and the JVM. One that is not whole is
 * passed over by the JVM without a word.
 *
 * <p>The name alone says that the jars are the same: a JVM 25.0.3 takes a cache although the
 * program's jar has changed.
 */
final class StartupArchive {
  /** What such a file holds, which the JVM's release decides. */
  enum Form {
    /** Loaded classes (dynamic CDS, JEP 350), written by a JVM as it ends. */
    CLASSES(".jsa"),
    /**
     * Loaded and linked classes with profiles of their methods (AOT cache, JEP 514 and 515),
     * assembled by a process of its own from what a run recorded.
     */
    CACHE(".aot");

    private static final int FIRST_RELEASE_WITH_CACHES = 25;

    private final String suffix;

    Form(String suffix) {
      this.suffix = suffix;
    }

    /**
     * @param feature the JVM's feature release, {@link Runtime.Version#feature()}
     */
    static Form of(int feature) {
      return feature >= FIRST_RELEASE_WITH_CACHES ? CACHE : CLASSES;
    }
  }

  private final Path directory;
  private final Form form;

  StartupArchive(Path directory, Form form) {
    this.directory = directory;
    this.form = form;
  }

  Form form() {
    return form;
  }

  /** The JVM flags to use the archive of {@code jar}, if there is one. */
  List<String> using(String service, Path jar) throws IOException {
    Path archive = file(service, jar);
    if (!Files.exists(archive)) {
      return List.of();
    }
    return switch (form) {
      case CLASSES -> quietly("-XX:SharedArchiveFile=" + archive);
      case CACHE -> quietly("-XX:AOTCache=" + archive);
    };
  }

  /**
   * The same, or to leave one at the end if there is none. A cache is not left that way: recording
   * makes a start slower by half (ADR 0016).
   */
  List<String> usingOrLeaving(String service, Path jar) throws IOException {
    List<String> using = using(service, jar);
    if (!using.isEmpty()) {
      return using;
    }
    return switch (form) {
      case CLASSES -> quietly("-XX:ArchiveClassesAtExit=" + file(service, jar));
      case CACHE -> List.of();
    };
  }

  /** The JVM flags to record, until the JVM ends, what a cache is assembled from. */
  static List<String> recording(Path recording) {
    return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording, "-Xlog:aot*=off");
  }

  /** The JVM flags to assemble {@code cache}, instead of running anything. */
  static List<String> assembling(Path recording, Path cache) {
    return List.of(
        "-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording, "-XX:AOTCache=" + cache);
  }

  /** An archive that does not fit is passed over; that is no news for the service's log. */
  private List<String> quietly(String use) {
    return switch (form) {
      case CLASSES -> List.of(use, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
      case CACHE -> List.of(use, "-Xlog:aot*=off", "-Xlog:cds*=off");
    };
  }

  /**
   * Where the archive of a service is, or will be; earlier builds' are removed.
   *
   * @param jar the one that is started; the others lie beside it or below
   */
  Path file(String service, Path jar) throws IOException {
    Files.createDirectories(directory);
    String build = build(jar.toRealPath().getParent());
    String jvm = Integer.toHexString(System.getProperty("java.vm.version").hashCode());
    String name = service + "-" + build + "-" + jvm + form.suffix;
    removeOthers(service, name);
    return directory.resolve(name);
  }

  /** Differs if any file differs in its path, size or time. */
  private static String build(Path root) throws IOException {
    var crc = new CRC32C();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        long modified = Files.getLastModifiedTime(file).toMillis();
        String line = file + "|" + Files.size(file) + "|" + modified + "\n";
        crc.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return Long.toHexString(crc.getValue());
  }

  private void removeOthers(String service, String name) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, service + "-*")) {
      for (Path file : files) {
        String other = file.getFileName().toString();
        // Another form's files are another JDK's, with which the same build may run next.
        if (other.endsWith(form.suffix) && !other.equals(name)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
