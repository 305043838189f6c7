package dev.deckmill.converter.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for each child's temporary files, deleted with it. */
final class ChildDirectories {
  private final Path root;

  private ChildDirectories(Path root) {
    this.root = root;
  }

  static ChildDirectories create() throws IOException {
    Path root = Files.createTempDirectory("deckmill-children-");
    // Children may run as another user, who has to pass through, but not to look around.
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
    return new ChildDirectories(root);
  }

  Path create(Isolation isolation) throws IOException {
    Path directory = Files.createTempDirectory(root, "child-");
    if (isolation.ownUser()) {
      Files.setAttribute(directory, "unix:uid", Isolation.nobody());
    }
    return directory;
  }

  void delete(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(directory)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  void deleteAll() throws IOException {
    delete(root);
  }
}
