package dev.deckmill.allinone.local;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a local set keeps: Kafka's and PostgreSQL's files, blobs, logs, secrets. One set at a
 * time may use it; only its owner may read it.
 */
public final class DataDirectory implements Closeable {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final int SECRET_BYTES = 24;

  private final Path root;
  private final FileChannel lockFile;

  private DataDirectory(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Makes the directory if need be and takes it into use.
   *
   * @throws DataDirectoryInUse if another set uses it
   */
  public static DataDirectory open(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      Files.createDirectories(root, OWNER_ONLY_DIRECTORY);
    }
    Path file = root.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY_FILE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new DataDirectoryInUse(root, Files.readString(file).strip());
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    return new DataDirectory(root.toAbsolutePath(), channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  /** The directory of one part, made if it is not there. */
  public Path directory(String part) throws IOException {
    Path directory = root.resolve(part);
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
    }
    return directory;
  }

  /** Where the output of a process goes. */
  public Path log(String process) throws IOException {
    return directory("logs").resolve(process + ".log");
  }

  /** A secret that is made at its first use and stays the same. */
  public String secret(String name) throws IOException {
    Path file = root.resolve(name);
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException firstUse) {
      byte[] random = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(random);
      String secret = "dm_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      Files.createFile(file, OWNER_ONLY_FILE);
      Files.writeString(file, secret + "\n");
      return secret;
    }
  }

  /** The key of the API of this set. */
  public String apiKey() throws IOException {
    return secret(API_KEY);
  }

  /** What senders and readers of spans show in this set. */
  public String spansToken() throws IOException {
    return secret(SPANS_TOKEN);
  }

  private static final String API_KEY = "api-key";
  private static final String SPANS_TOKEN = "spans-token";
  private static final String ADDRESS = "address";

  /** Writes down where the API answers, for the other commands. */
  void announce(URI api) throws IOException {
    Files.writeString(root.resolve(ADDRESS), api + "\n");
  }

  /** Where the API of the set that uses {@code root} answers, if one does. */
  public static Optional<URI> announced(Path root) throws IOException {
    return read(root.resolve(ADDRESS)).map(URI::create);
  }

  /** The key of the set in {@code root}, if there ever was one. */
  public static Optional<String> apiKey(Path root) throws IOException {
    return read(root.resolve(API_KEY));
  }

  private static Optional<String> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  public Path root() {
    return root;
  }

  /** Gives it free; what is in it stays. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(root.resolve(ADDRESS));
    lockFile.close();
  }
}
