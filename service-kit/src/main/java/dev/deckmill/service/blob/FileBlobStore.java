package dev.deckmill.service.blob;

import dev.deckmill.contracts.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** Objects as files; the key is the path below the root. */
final class FileBlobStore implements BlobStore {
  /** Half-written objects; on the same file system as the whole ones, so that a rename suffices. */
  private static final String UNFINISHED = ".unfinished";

  /** A writer that has written nothing for so long is dead. */
  private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

  private static final String NO_SHA256 = "0".repeat(64);

  private final Path root;
  private final Path unfinished;

  FileBlobStore(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    this.unfinished = this.root.resolve(UNFINISHED);
    Files.createDirectories(unfinished);
    sweepUnfinished();
  }

  @Override
  public BlobWriter create(String key, Durability durability) throws IOException {
    Path target = root.resolve(checked(key));
    Path temporary = unfinished.resolve(UUID.randomUUID().toString());
    return new FileBlobWriter(key, root, target, temporary, durability);
  }

  @Override
  public InputStream open(BlobRef ref) throws IOException {
    SeekableByteChannel file;
    try {
      file = Files.newByteChannel(root.resolve(ref.key()));
    } catch (NoSuchFileException e) {
      throw new BlobMissingException(ref.key());
    }
    try {
      if (ref.offset() > file.size() || ref.length() > file.size() - ref.offset()) {
        throw new BlobDamagedException(ref.key(), "it is only " + file.size() + " bytes long");
      }
      file.position(ref.offset());
      return new VerifiedStream(Channels.newInputStream(file), ref);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public void delete(String key) throws IOException {
    Files.deleteIfExists(root.resolve(checked(key)));
  }

  @Override
  public void deleteAll(String prefix) throws IOException {
    if (!prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix ends in a slash");
    }
    Path directory = root.resolve(checked(prefix.substring(0, prefix.length() - 1)));
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (NoSuchFileException | UncheckedIOException e) {
      // Somebody else deletes the same: what counts is that it is gone.
      if (Files.exists(directory)) {
        throw e;
      }
    }
  }

  /** A reference can't be made with a key that leaves the root. */
  private static String checked(String key) {
    return new BlobRef(key, 0, 0, NO_SHA256).key();
  }

  private void sweepUnfinished() throws IOException {
    Instant limit = Instant.now().minus(ABANDONED_AFTER);
    try (Stream<Path> files = Files.list(unfinished)) {
      for (Path file : files.toList()) {
        sweep(file, limit);
      }
    }
  }

  private static void sweep(Path file, Instant limit) throws IOException {
    try {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // Its writer, in another process, has just finished it.
      return;
    }
  }
}
