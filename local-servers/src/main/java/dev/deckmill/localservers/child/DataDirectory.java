package dev.deckmill.localservers.child;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sees to it that one process at a time works on a server's data. */
final class DataDirectory {
  /** A child whose parent was killed needs a moment to notice and to stop its server. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private DataDirectory() {}

  /** Takes the directory for as long as this process lives. */
  static void lock(Path directory) throws IOException {
    // Never closed: the lock is the process's, and ends with it.
    FileChannel file =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Instant giveUp = Instant.now().plus(PATIENCE);
    @Nullable FileLock lock = file.tryLock();
    while (lock == null) {
      if (Instant.now().isAfter(giveUp)) {
        throw new IOException(
            directory + " is used by another running server; stop it, or use another directory");
      }
      pause();
      lock = file.tryLock();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the data directory", e);
    }
  }
}
