package dev.deckmill.localservers.child;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs, unpacked from the jar that holds them for this machine. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** Unpacks them into {@code parent} unless that was done before, and returns where they are. */
  static Path unpackInto(Path parent) throws IOException {
    URL archive = archive();
    Path target = parent.resolve(jarName(archive));
    try (FileChannel lock =
        FileChannel.open(
            parent.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock.lock();
      if (!Files.exists(target)) {
        unpack(archive, target);
      }
    }
    return target;
  }

  private static URL archive() throws IOException {
    String machine = System.getProperty("os.arch");
    @Nullable URL archive = PostgresBinaries.class.getResource(resourceFor(machine));
    if (archive == null || !System.getProperty("os.name").equals("Linux")) {
      throw new IOException(
          "There is no PostgreSQL for "
              + System.getProperty("os.name")
              + " on "
              + machine
              + " here; use Linux on amd64 or arm64, or docker compose");
    }
    return archive;
  }

  private static String resourceFor(String machine) {
    return switch (machine) {
      case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
      case "aarch64" -> "/postgres-linux-arm_64.txz";
      default -> "/postgres-linux-" + machine + ".txz";
    };
  }

  private static String jarName(URL archive) throws IOException {
    JarURLConnection jar = (JarURLConnection) archive.openConnection();
    return Path.of(jar.getJarFileURL().getPath()).getFileName().toString().replace(".jar", "");
  }

  /** A target that exists is whole: it gets its name when everything is in it. */
  private static void unpack(URL archive, Path target) throws IOException {
    Path parent = target.getParent();
    try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(parent, "*.unpacking")) {
      for (Path each : abandoned) {
        delete(each);
      }
    }
    Path half = parent.resolve(target.getFileName() + ".unpacking");
    try (InputStream file = new BufferedInputStream(archive.openStream(), 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
      for (@Nullable TarArchiveEntry entry = tar.getNextEntry();
          entry != null;
          entry = tar.getNextEntry()) {
        write(entry, tar, half);
      }
    }
    Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path path = root.resolve(entry.getName()).normalize();
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(path, root.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(content, path);
      boolean program = path.getParent().getFileName().toString().equals("bin");
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /** Deletes a directory with all in it, if there is one. */
  static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
