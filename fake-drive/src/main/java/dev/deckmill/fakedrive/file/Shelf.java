package dev.deckmill.fakedrive.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The files with their content: {@code ID.json} and {@code ID.content} in one directory, all
 * metadata in memory as well.
 */
public final class Shelf {
  private static final String METADATA = ".json";

  private final Path files;
  private final Path parts;
  private final Map<String, StoredFile> byId = new ConcurrentSkipListMap<>();
  private final String rootId;

  private Shelf(Path dir) throws IOException {
    files = Files.createDirectories(dir.resolve("files"));
    parts = Files.createDirectories(dir.resolve("parts"));
    load();
    Optional<StoredFile> root =
        byId.values().stream()
            .filter(file -> file.parents().isEmpty() && file.driveId() == null)
            .findFirst();
    rootId = root.isPresent() ? root.get().id() : addRoot("My Drive", Optional.empty());
  }

  /** Opens a directory, empty or with what an earlier run left; its half uploads are gone. */
  public static Shelf open(Path dir) throws IOException {
    return new Shelf(dir);
  }

  private void load() throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(files, "*" + METADATA)) {
      for (Path path : all) {
        StoredFile file = FileJson.read(FileJson.JSON.readTree(path.toFile()));
        byId.put(file.id(), file);
      }
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(parts)) {
      for (Path path : all) {
        Files.delete(path);
      }
    }
  }

  /** The folder that {@code root} stands for. */
  public String rootId() {
    return rootId;
  }

  /** Adds a root: of My Drive, or of a shared drive, whose id is its own. */
  public String addRoot(String name, Optional<String> driveId) {
    String id = driveId.orElse("0A" + new FileIds().next().substring(1, 14) + "UkPVA");
    Instant now = Instant.now();
    put(
        new StoredFile(
            id,
            name,
            StoredFile.FOLDER,
            List.of(),
            null,
            Map.of(),
            false,
            driveId.orElse(null),
            now,
            now,
            -1,
            null,
            List.of(),
            List.of()));
    return id;
  }

  /** Every file and folder, trashed ones too, in no order. */
  public Collection<StoredFile> all() {
    return byId.values();
  }

  /** The file of an id; {@code root} stands for the folder of My Drive. */
  public Optional<StoredFile> find(String id) {
    return Optional.ofNullable(byId.get(id.equals("root") ? rootId : id));
  }

  /**
   * Keeps a file's metadata in place of what was there, on the disk first, so that a restart finds
   * what was answered.
   */
  public void put(StoredFile file) {
    ObjectNode json = FileJson.write(file, "");
    Path target = files.resolve(file.id() + METADATA);
    Path written = parts.resolve(file.id() + METADATA);
    try {
      Files.write(written, FileJson.JSON.writeValueAsBytes(json));
      Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The file's metadata could not be kept in " + files, e);
    }
    byId.put(file.id(), file);
  }

  /** Removes a file with its bytes; one that is not there is no error. */
  public void remove(String id) {
    byId.remove(id);
    try {
      Files.deleteIfExists(files.resolve(id + METADATA));
      Files.deleteIfExists(content(id));
    } catch (IOException e) {
      throw new UncheckedIOException("The file could not be removed from " + files, e);
    }
  }

  /** Where a file's bytes lie. */
  public Path content(String id) {
    return files.resolve(id + ".content");
  }

  /** Gives a file the same bytes as another one. */
  public void copy(String from, String to) throws IOException {
    Files.copy(content(from), content(to), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The shared drives' root folders. */
  public List<StoredFile> sharedDrives() {
    return byId.values().stream()
        .filter(file -> file.parents().isEmpty() && file.driveId() != null)
        .toList();
  }

  /** Where a session's bytes gather. */
  public Path part(String uploadId) {
    return parts.resolve(uploadId + ".part");
  }

  /** Makes gathered bytes a file's content. */
  public void fill(String id, Path part) throws IOException {
    Files.move(
        part, content(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
