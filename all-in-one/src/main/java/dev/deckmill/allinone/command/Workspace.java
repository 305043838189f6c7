package dev.deckmill.allinone.command;

import dev.deckmill.allinone.local.DataDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A data directory for one run: one that the caller names and keeps, or one that goes with it. */
final class Workspace implements Closeable {
  private final DataDirectory data;
  private final boolean temporary;

  private Workspace(DataDirectory data, boolean temporary) {
    this.data = data;
    this.temporary = temporary;
  }

  /**
   * @param named null: a temporary one
   */
  static Workspace open(@Nullable Path named) throws IOException {
    Path directory = named != null ? named : Files.createTempDirectory("deckmill-demo-");
    return new Workspace(DataDirectory.open(directory), named == null);
  }

  DataDirectory data() {
    return data;
  }

  @Override
  public void close() throws IOException {
    data.close();
    if (temporary) {
      deleteTree(data.root());
    }
  }

  private static void deleteTree(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
